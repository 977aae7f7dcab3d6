package org.preau.api.directory;

import java.util.UUID;

/**
 * A set of people that contents are aimed at and rights are held over: everybody of a structure, of a class, of a group. Applications store audiences as scopes.
 *
 * @param kind structure, class or group
 * @param id identifier of it
 * @since 1.0
 */
public record Scope(Kind kind, UUID id) {
    /** What a scope can be. */
    public enum Kind {
        /** Everybody of a structure (a school, for most). */
        STRUCTURE,
        /** A class. */
        CLASS,
        /** A group. */
        GROUP
    }

    /** A structure's scope. */
    public static Scope structure(UUID id) {
        return new Scope(Kind.STRUCTURE, id);
    }

    /** A class's scope. */
    public static Scope schoolClass(UUID id) {
        return new Scope(Kind.CLASS, id);
    }

    /** A group's scope. */
    public static Scope group(UUID id) {
        return new Scope(Kind.GROUP, id);
    }
}
