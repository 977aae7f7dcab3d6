package org.preau.signin.local.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.job.Job;
import org.preau.api.job.Jobs;
import org.preau.api.signin.DeviceNoticed;

/** Tells the owner of an account by mail that a browser never seen for it has signed in: by a job, since every node hears of it and a mail server makes nobody wait. */
@Component(service = {PortalEventListener.class, Job.class})
public final class NewDeviceMail implements PortalEventListener<DeviceNoticed>, Job {
    static final String JOB = "signin.local.mail-device";
    /** Until every node has heard of it: it is one mail. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final MailedCodes mail;
    private final Jobs jobs;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public NewDeviceMail(@Reference MailedCodes mail, @Reference Jobs jobs) {
        this(mail, jobs, Clock.systemUTC());
    }

    NewDeviceMail(MailedCodes mail, Jobs jobs, Clock clock) {
        this.mail = mail;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Class<DeviceNoticed> type() {
        return DeviceNoticed.class;
    }

    @Override
    public void on(DeviceNoticed event) {
        if (mail.possibleFor(event.accountId())) {
            jobs.schedule(
                    JOB,
                    event.accountId() + " " + event.deviceId(),
                    clock.instant().plus(SOON));
        }
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(String instance) {
        mail.tellNewDevice(UUID.fromString(instance.split(" ", 2)[0]));
    }
}
