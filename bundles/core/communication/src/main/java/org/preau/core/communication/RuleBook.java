package org.preau.core.communication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.communication.NewException;
import org.preau.api.communication.RuleException;
import org.preau.api.communication.Setting;
import org.preau.api.directory.Scope;

/** All settings and all exceptions that were not ended, as they were at one moment. Immutable. */
final class RuleBook {
    private final Map<UUID, Setting> settings = new HashMap<>();
    private final List<RuleException> exceptions;
    private final Set<UUID> ends = new HashSet<>();

    RuleBook(List<Setting> settings, List<RuleException> exceptions) {
        settings.forEach(each -> this.settings.put(each.structureId(), each));
        this.exceptions = List.copyOf(exceptions);
        for (RuleException each : exceptions) {
            ends.add(each.what().from().id());
            Optional.ofNullable(each.what().to()).ifPresent(to -> ends.add(to.id()));
        }
    }

    Optional<Setting> of(UUID structure) {
        return Optional.ofNullable(settings.get(structure));
    }

    /** Whether any exception names one of these. */
    boolean names(Set<UUID> ids) {
        return ids.stream().anyMatch(ends::contains);
    }

    /** What lets people write to others today. */
    List<RuleException> allowing(LocalDate today) {
        return exceptions.stream()
                .filter(each -> each.what().kind() == NewException.Kind.ALLOW && runs(each, today))
                .toList();
    }

    /** Whether a class or group is closed today for that profile. */
    boolean isClosed(Scope scope, Profile profile, LocalDate today) {
        return ends.contains(scope.id())
                && exceptions.stream()
                        .filter(each -> each.what().kind() == NewException.Kind.CLOSE && runs(each, today))
                        .map(RuleException::what)
                        .anyMatch(each -> each.from().equals(scope)
                                && (each.fromProfiles().isEmpty()
                                        || each.fromProfiles().contains(profile)));
    }

    private static boolean runs(RuleException exception, LocalDate today) {
        LocalDate until = exception.what().until();
        return until == null || !until.isBefore(today);
    }
}
