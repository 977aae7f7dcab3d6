package org.preau.api.directory.load;

import java.util.Map;

/**
 * What a load changes.
 *
 * @param kinds figures by kind of record; every kind is there
 * @since 1.0
 */
public record LoadDifference(Map<RecordKind, Figures> kinds) {
    /** Keeps its own copy. */
    public LoadDifference {
        kinds = Map.copyOf(kinds);
    }

    /**
     * Figures of one kind.
     *
     * @param created records that come
     * @param changed records whose data change, those that come back among them
     * @param moved of the changed ones, those that go to another school
     * @param unchanged records that stay as they are; for a partial load only those that it names
     * @param leaving records that go
     * @param before records of this source before the load
     */
    public record Figures(int created, int changed, int moved, int unchanged, int leaving, int before) {
        /** Nothing. */
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);
    }

    /** Figures of one kind. */
    public Figures of(RecordKind kind) {
        return kinds.getOrDefault(kind, Figures.NONE);
    }

    /** People who come. */
    public int created() {
        return people(Figures::created);
    }

    /** People whose data change. */
    public int changed() {
        return people(Figures::changed);
    }

    /** People who stay as they are. */
    public int unchanged() {
        return people(Figures::unchanged);
    }

    /** People who leave. */
    public int departures() {
        return people(Figures::leaving);
    }

    /** Whether nothing at all changes. */
    public boolean isEmpty() {
        return kinds.values().stream().allMatch(each -> each.created() + each.changed() + each.leaving() == 0);
    }

    private int people(java.util.function.ToIntFunction<Figures> figure) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getKey() != RecordKind.SCHOOL)
                .mapToInt(entry -> figure.applyAsInt(entry.getValue()))
                .sum();
    }
}
