package org.preau.core.feed.report;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.http.PublicAddress;
import org.preau.api.job.Job;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.run.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the academy by mail that a run came to rest (44C): verdict, figures and a link behind sign-in, never personal data. Tried again, later and later, until the server takes it. */
@Component
public final class MailJob implements Job {
    private static final Logger log = LoggerFactory.getLogger(MailJob.class);
    private static final Texts TEXTS = Texts.of(MailJob.class);

    private final FeedSettings settings;
    private final RunStore runs;
    private final PublicAddress address;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Outbox outbox;

    /** Takes its services. */
    @Activate
    public MailJob(@Reference FeedSettings settings, @Reference RunStore runs, @Reference PublicAddress address) {
        this.settings = settings;
        this.runs = runs;
        this.address = address;
    }

    /** For tests: by this outbox. */
    MailJob by(Outbox some) {
        outbox = some;
        return this;
    }

    @Override
    public String name() {
        return MailQueue.JOB;
    }

    @Override
    public void run(String instance) {
        int colon = instance.indexOf(':');
        UUID id = UUID.fromString(instance.substring(0, colon));
        FeedState state = FeedState.valueOf(instance.substring(colon + 1));
        if (settings.values().report_mail_to().isBlank()) {
            return;
        }
        Outbox there = outbox;
        if (there == null) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "no mail can be sent now", null);
        }
        if (!there.possible(Kind.MAIL)) {
            log.warn(
                    "Nobody is told of a run: report.mail.to is set, smtp.host in org.preau.core.notification.cfg is not");
            return;
        }
        FeedRun run = runs.get(id).run();
        String subject = TEXTS.text(Locale.FRENCH, "mail.subject", run.system(), word(Locale.FRENCH, state));
        String text = body(Locale.FRENCH, run, state) + "\n--\n\n" + body(Locale.ENGLISH, run, state);
        for (String to : settings.values().report_mail_to().split(",", -1)) {
            if (!to.isBlank()) {
                send(there, new Message(to.strip(), subject, text));
            }
        }
    }

    /** An address that is none is no reason not to tell the others, nor to try again. */
    private static void send(Outbox outbox, Message message) {
        try {
            outbox.send(Kind.MAIL, message);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            log.warn("report.mail.to of org.preau.core.feed.cfg: {} is no address; mend it", message.to());
        }
    }

    private String body(Locale locale, FeedRun run, FeedState state) {
        FeedOutcome outcome = run.outcome();
        Optional<LoadDifference> difference = Optional.ofNullable(run.difference());
        return TEXTS.text(
                locale,
                "mail.body",
                run.system(),
                word(locale, state),
                outcome == null ? "" : TEXTS.text(locale, "outcome." + ReportDocument.lower(outcome)),
                run.errors(),
                run.warnings(),
                difference.map(LoadDifference::created).orElse(0),
                difference.map(LoadDifference::changed).orElse(0),
                difference.map(LoadDifference::departures).orElse(0),
                address.absolute("/app/feeds/archive/" + run.id()));
    }

    private static String word(Locale locale, FeedState state) {
        return TEXTS.text(locale, "state." + ReportDocument.lower(state));
    }
}
