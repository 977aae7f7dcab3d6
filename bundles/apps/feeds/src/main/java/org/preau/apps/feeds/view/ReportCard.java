package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Subject;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.Feeds;
import org.preau.api.feed.Feeds.ReportFormat;

/** The report of an archive to keep or to send: to read, for a table, for machines; and the archive's checksum. */
final class ReportCard extends Panel {
    private static final Map<ReportFormat, String> TYPES = Map.of(
            ReportFormat.HTML, "text/html;charset=utf-8",
            ReportFormat.CSV, "text/csv;charset=utf-8",
            ReportFormat.JSON, "application/json");

    ReportCard(Screen screen, FeedRun run) {
        super(screen.text("report.title"));
        Div links = new Div();
        links.addClassName("preau-form-actions");
        for (ReportFormat format : new ReportFormat[] {ReportFormat.HTML, ReportFormat.CSV, ReportFormat.JSON}) {
            links.add(link(screen, run, format));
        }
        Paragraph checksum = new Paragraph(screen.text("report.checksum", run.sha256()));
        checksum.addClassName("feeds-small");
        put(links, checksum);
    }

    private static Anchor link(Screen screen, FeedRun run, ReportFormat format) {
        Feeds feeds = screen.desk.feeds;
        Subject viewer = screen.subject();
        String name = "rapport-" + run.id() + "." + format.name().toLowerCase(Locale.ROOT);
        DownloadHandler handler = event -> {
            event.setFileName(name);
            event.setContentType(TYPES.getOrDefault(format, "application/octet-stream"));
            feeds.report(viewer, run.id(), format, event.getOutputStream());
        };
        Anchor link = new Anchor(handler, screen.text("report." + format));
        link.addClassName("preau-link");
        return link;
    }
}
