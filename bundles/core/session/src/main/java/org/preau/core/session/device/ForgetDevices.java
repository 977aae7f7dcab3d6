package org.preau.core.session.device;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.job.Job;
import org.preau.api.persistence.Tx;

/** Forgets devices that nobody has used for more than a year, and those of people who were erased. */
@Component(service = {Job.class, PortalEventListener.class})
public final class ForgetDevices implements Job, PortalEventListener<PersonErased> {
    private final Tx tx;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public ForgetDevices(@Reference(target = "(preau.unit=session)") Tx tx) {
        this(tx, Clock.systemUTC());
    }

    ForgetDevices(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session.forget-devices";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(Duration.ofHours(12));
    }

    @Override
    public void run(String instance) {
        tx.writeSql(connection -> SqlDevices.forgetUnused(connection, clock.instant()));
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        tx.writeSql(connection -> SqlDevices.forgetAccounts(connection, event.accountIds()));
    }
}
