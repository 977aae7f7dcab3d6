package org.preau.core.feed.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.feed.Feeds;
import org.preau.api.feed.Feeds.ReportFormat;

/** {@code preau:feed-report}: writes the report of an archive to a file (44C). */
@Component
public final class FeedReportCommand implements PortalCommand {
    private static final Map<String, ReportFormat> FORMATS =
            Map.of("json", ReportFormat.JSON, "html", ReportFormat.HTML, "csv", ReportFormat.CSV);

    private final Desk desk;
    private final Feeds feeds;

    /** Takes its services. */
    @Activate
    public FeedReportCommand(@Reference Desk desk, @Reference Feeds feeds) {
        this.desk = desk;
        this.feeds = feeds;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-report", "Writes the report of an archive")
                .argument("id", "its id, or the beginning of it")
                .requiredOption("format", "json|html|csv", "json is signed (JWS)")
                .requiredOption("to", "FILE", "where to")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        ReportFormat format = FORMATS.get(call.value("format"));
        if (format == null) {
            throw new MisusedCommandException("--format wants json, html or csv");
        }
        UUID id = desk.named(call);
        Path file = call.file("to");
        try (OutputStream out = Files.newOutputStream(file)) {
            feeds.report(Subject.SYSTEM, id, format, out);
        }
        if (call.flag("json")) {
            call.json(Map.of("id", id, "file", file.toString()));
        } else {
            call.out().println(file);
        }
        return OK;
    }
}
