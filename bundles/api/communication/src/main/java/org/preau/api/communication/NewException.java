package org.preau.api.communication;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.Scope;

/**
 * An exception to be made.
 *
 * @param kind what it does
 * @param from the people it is about: those of these profiles in this scope
 * @param fromProfiles which of them; empty for all
 * @param to for {@code ALLOW}, to whom they may write; null for {@code CLOSE}
 * @param toProfiles which of those; empty for all
 * @param bothWays for {@code ALLOW}, whether the others may write back unasked
 * @param until last day it holds, null for no end
 * @param reason why; at most 500 characters, may be empty
 * @since 1.0
 */
public record NewException(
        Kind kind,
        Scope from,
        Set<Profile> fromProfiles,
        @Nullable Scope to,
        Set<Profile> toProfiles,
        boolean bothWays,
        @Nullable LocalDate until,
        String reason) {
    /** Keeps its own copy of the profiles. */
    public NewException {
        fromProfiles = Set.copyOf(fromProfiles);
        toProfiles = Set.copyOf(toProfiles);
    }

    /** What an exception does. */
    public enum Kind {
        /** Lets people write to people they otherwise could not write to. */
        ALLOW,
        /** Pupils of a class or group, and their guardians through them, write to nobody and to them only the staff writes. */
        CLOSE
    }

    /** The people of one scope may write to those of another. */
    public static NewException allow(Scope from, Scope to, boolean bothWays, @Nullable LocalDate until) {
        return new NewException(Kind.ALLOW, from, Set.of(), to, Set.of(), bothWays, until, "");
    }

    /** A class or group is closed. */
    public static NewException close(Scope closed, @Nullable LocalDate until) {
        return new NewException(Kind.CLOSE, closed, Set.of(), null, Set.of(), false, until, "");
    }
}
