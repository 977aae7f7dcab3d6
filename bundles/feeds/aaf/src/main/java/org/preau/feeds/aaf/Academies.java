package org.preau.feeds.aaf;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The academies an archive may come from: the one the operator named, else those of the configuration. */
final class Academies {
    private final Set<String> codes;

    private Academies(Set<String> codes) {
        this.codes = codes;
    }

    /**
     * Reads both.
     *
     * @param configured comma list, perhaps empty
     */
    static Academies of(Optional<String> named, String configured) {
        String list = named.orElse(configured);
        return new Academies(Arrays.stream(list.split(","))
                .filter(code -> !code.isBlank())
                .map(Header::academyCode)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether nobody said anything. */
    boolean unknown() {
        return codes.isEmpty();
    }

    boolean allows(String code) {
        return codes.contains(code);
    }

    /** The one academy, when there is only one. */
    Optional<String> only() {
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    @Override
    public String toString() {
        return String.join(", ", codes);
    }
}
