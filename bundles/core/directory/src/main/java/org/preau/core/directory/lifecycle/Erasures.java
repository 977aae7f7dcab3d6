package org.preau.core.directory.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.audit.Audit;
import org.preau.api.base.Events;
import org.preau.api.base.Ids;
import org.preau.api.base.Subject;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.keys.Keys;

/** Erases people in the caller's transaction: rows deleted, others told, a certificate written. */
@Component(service = Erasures.class)
public final class Erasures {
    private final Audit audit;
    private final Events events;
    private final Certificates certificates;
    private final Clock clock;
    private final List<ErasureStep> steps = new CopyOnWriteArrayList<>();

    /** Takes its services. */
    @Activate
    public Erasures(@Reference Audit audit, @Reference Events events, @Reference Keys keys, @Reference Clock clock) {
        this.audit = audit;
        this.events = events;
        this.certificates = new Certificates(keys);
        this.clock = clock;
    }

    /** A part that keeps data of people comes. */
    @Reference(
            service = ErasureStep.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addStep(ErasureStep step) {
        steps.add(step);
    }

    /** It goes. */
    void removeStep(ErasureStep step) {
        steps.remove(step);
    }

    /** Reads and checks certificates. */
    Certificates certificates() {
        return certificates;
    }

    /** Erases these people under one certificate. */
    ErasureCertificate erase(Connection connection, Subject by, Collection<UUID> people, String rule, String reason)
            throws SQLException {
        List<UUID> everybody = ErasureSql.withMerged(connection, people);
        List<UUID> accounts = ErasureSql.accountsOf(connection, everybody);
        for (UUID person : people) {
            List<UUID> own = people.size() == 1
                    ? accounts
                    : ErasureSql.accountsOf(connection, ErasureSql.withMerged(connection, List.of(person)));
            events.publish(new PersonErased(person, own));
        }
        Map<String, Integer> kinds = new TreeMap<>();
        for (ErasureStep step : steps) {
            kinds.merge(step.kind(), step.erase(connection, everybody), Integer::sum);
        }
        kinds.put(
                "audit.detail", everybody.stream().mapToInt(audit::erasePerson).sum());
        kinds.putAll(ErasureSql.erase(connection, everybody, accounts));
        ErasureCertificate certificate = new ErasureCertificate(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by.accountId(),
                rule,
                reason,
                kinds,
                Stream.concat(everybody.stream(), accounts.stream())
                        .map(Certificates::hash)
                        .toList());
        certificates.write(connection, certificate);
        Map<String, String> details = Map.of(
                "certificate",
                certificate.id().toString(),
                "rule",
                rule,
                "reason",
                reason,
                "people",
                Integer.toString(people.size()));
        audit.record(by, "person.erase", "erasure:" + certificate.id(), details);
        return certificate;
    }
}
