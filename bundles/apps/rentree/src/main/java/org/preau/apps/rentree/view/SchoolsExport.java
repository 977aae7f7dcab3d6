package org.preau.apps.rentree.view;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.apps.rentree.school.Cockpit;
import org.preau.apps.rentree.school.Cockpit.Column;
import org.preau.apps.rentree.school.Cockpit.Filter;
import org.preau.apps.rentree.school.Cockpit.Line;
import org.preau.apps.rentree.school.SchoolState;

/** The schools of the table as CSV with semicolons, UTF-8 with its mark, so that spreadsheets read it; streamed page by page. */
final class SchoolsExport implements DownloadHandler {
    private static final long serialVersionUID = 1L;
    /** What spreadsheets take for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final transient Cockpit cockpit;
    private final transient Subject viewer;
    private final transient Filter filter;
    private final List<String> heads;

    SchoolsExport(Screen screen, Filter filter) {
        this.cockpit = screen.desk.cockpit;
        this.viewer = screen.subject();
        this.filter = filter;
        this.heads = List.of(
                "UAI",
                screen.text("cockpit.school"),
                screen.text("column.city"),
                screen.text("column.share"),
                screen.text("column.classes"),
                screen.text("column.untaught"),
                screen.text("column.pupils"),
                screen.text("column.classless"),
                screen.text("column.duplicates"),
                screen.text("column.accounts"),
                screen.text("column.never"));
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        event.setFileName("rentree.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            write(out);
        }
    }

    void write(Writer out) throws IOException {
        out.write('\ufeff');
        row(out, heads);
        int offset = 0;
        Page<Line> page;
        do {
            page = cockpit.schools(viewer, filter, Column.NAME, false, new PageRequest(offset, PageRequest.MAX));
            for (Line line : page.items()) {
                row(out, cells(line));
            }
            offset += PageRequest.MAX;
        } while (offset < page.total());
    }

    private static List<String> cells(Line line) {
        return List.of(
                line.code(),
                line.name(),
                line.city(),
                String.valueOf(SchoolState.share(line.done())),
                String.valueOf(line.classes()),
                String.valueOf(line.untaughtClasses()),
                String.valueOf(line.pupils()),
                String.valueOf(line.pupilsWithoutClass()),
                String.valueOf(line.duplicates()),
                String.valueOf(line.accounts()),
                String.valueOf(line.accountsNeverUsed()));
    }

    private static void row(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
            out.write(i == 0 ? "\"" : ";\"");
            out.write((formula ? "'" : "") + cell.replace("\"", "\"\""));
            out.write('"');
        }
        out.write("\r\n");
    }
}
