package org.preau.core.feed.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;
import org.preau.core.feed.archive.KnownFeeds;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.feed.step.Workers;

/** Takes in the archive that a command names, and takes it on at once, on the command's thread. Safe on any thread. */
@Component(service = Intake.class)
public final class Intake {
    private final KnownFeeds feeds;
    private final Reception reception;
    private final Workers workers;
    private final Desk desk;

    /** Takes its services. */
    @Activate
    public Intake(
            @Reference KnownFeeds feeds,
            @Reference Reception reception,
            @Reference Workers workers,
            @Reference Desk desk) {
        this.feeds = feeds;
        this.reception = reception;
        this.workers = workers;
        this.desk = desk;
    }

    /** The words that both commands share. */
    static CommandSpec spec(String name, String purpose) {
        return CommandSpec.of(name, purpose)
                .argument("system", "name of the feed: aaf")
                .argument("file", "archive (tar.gz, zip) or folder")
                .option("academy", "CODE", "academy it must come from; by default those of the feed's configuration")
                .flag("json", "prints one JSON object");
    }

    /** Runs one of them; gives the exit status. */
    int run(CommandCall call, Doing doing) {
        Feed feed = feeds.named(call.value("system"))
                .orElseThrow(() -> new MisusedCommandException(
                        "no feed is called " + call.value("system") + "; known: " + String.join(", ", feeds.names())));
        FeedOptions options = new FeedOptions(call.optional("academy"));
        Path file = call.file("file");
        UUID id;
        try {
            id = reception.now(Subject.SYSTEM, feed.name(), file, options, doing);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            return refused(call, file, e);
        }
        workers.now(id, doing == Doing.CHECK_ONLY ? file : null);
        return desk.show(call, id);
    }

    /** What cannot be taken at all leaves no run behind. */
    private static int refused(CommandCall call, Path file, PortalException why) {
        String message = why.userMessage(Locale.ENGLISH);
        if (call.flag("json")) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("outcome", RunForm.lower(FeedOutcome.REJECT));
            json.put("applied", false);
            json.put("counts", Map.of());
            json.put("warnings", List.of());
            json.put(
                    "errors",
                    List.of(Map.of(
                            "code", "bad-archive", "file", String.valueOf(file.getFileName()), "message", message)));
            call.json(json);
        } else {
            call.out().println("reject: " + message);
        }
        return FeedOutcome.REJECT.exitStatus();
    }
}
