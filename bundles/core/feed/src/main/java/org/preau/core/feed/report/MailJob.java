package org.preau.core.feed.report;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.http.PublicAddress;
import org.preau.api.job.Job;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.run.RunStore;

/** Tells the academy by mail that a run came to rest (44C): verdict, figures and a link behind sign-in, never personal data. Tried again, later and later, until the server takes it. */
@Component
public final class MailJob implements Job {
    private static final Texts TEXTS = Texts.of(MailJob.class);

    private final FeedSettings settings;
    private final RunStore runs;
    private final PublicAddress address;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public MailJob(
            @Reference FeedSettings settings,
            @Reference RunStore runs,
            @Reference PublicAddress address,
            @Reference Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.address = address;
        this.clock = clock;
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
        FeedRun run = runs.get(id).run();
        MailServer.send(
                settings.values(),
                TEXTS.text(Locale.FRENCH, "mail.subject", run.system(), word(Locale.FRENCH, state)),
                body(Locale.FRENCH, run, state) + "\n--\n\n" + body(Locale.ENGLISH, run, state),
                clock.instant());
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
