package org.preau.api.directory.load;

/**
 * One record that a load changes, for people to look at.
 *
 * @param kind kind of record
 * @param change what becomes of it
 * @param key key in the source
 * @param name name of the person or school
 * @param detail what changes, as far as it can be said shortly: {@code CE1 A → CE2 B}; may be empty
 * @since 1.0
 */
public record ChangeSample(RecordKind kind, Change change, String key, String name, String detail) {
    /** What becomes of a record. */
    public enum Change {
        /** Not known before. */
        CREATED,
        /** Known, with other data. */
        CHANGED,
        /** Goes to another school. */
        MOVED,
        /** Goes. */
        LEAVING
    }
}
