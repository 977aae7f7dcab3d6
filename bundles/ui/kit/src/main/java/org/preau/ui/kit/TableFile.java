package org.preau.ui.kit;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * A list to take away, as CSV (semicolons, UTF-8 with its mark, as French spreadsheets read it) and as OpenDocument spreadsheet. Read page by page when the user asks for it; at most {@value #MOST} rows.
 *
 * @param <T> what a row shows
 * @since 1.0
 */
public final class TableFile<T> {
    /** The most rows a file has. */
    public static final int MOST = 50_000;

    private static final String FORMULA = "=+-@\t\r";

    private final String name;
    private final Function<PageRequest, Page<T>> source;
    private final List<String> labels = new ArrayList<>();
    private final List<Function<T, String>> cells = new ArrayList<>();

    /**
     * A file without columns.
     *
     * @param name name of the file, without ending
     * @param source gives a page; must not need the user interface
     */
    public TableFile(String name, Function<PageRequest, Page<T>> source) {
        this.name = name;
        this.source = source;
    }

    /** Adds a column of words. */
    public TableFile<T> column(String label, Function<T, String> words) {
        labels.add(label);
        cells.add(words);
        return this;
    }

    /** Two links that download the list as it is then. */
    public Component links() {
        Div links = new Div(
                link(KitTexts.text("file.csv"), ".csv", "text/csv;charset=UTF-8", this::csv),
                link(KitTexts.text("file.ods"), ".ods", "application/vnd.oasis.opendocument.spreadsheet", this::ods));
        links.addClassName("preau-form-actions");
        return links;
    }

    private Anchor link(String text, String ending, String type, Writing writing) {
        DownloadHandler handler = event -> {
            event.setFileName(name + ending);
            event.setContentType(type);
            writing.to(event.getOutputStream());
        };
        Anchor anchor = new Anchor(handler, text);
        anchor.addClassName("preau-link");
        return anchor;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes it as CSV. */
    public void csv(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
        printer.printRecord(labels);
        each(row -> {
            try {
                printer.printRecord(
                        values(row).stream().map(TableFile::harmless).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    /** Writes it as an OpenDocument spreadsheet. */
    public void ods(OutputStream out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        each(row -> rows.add(values(row)));
        Sheet sheet = new Sheet(name, rows.size() + 1, labels.size());
        Style bold = new Style();
        bold.setBold(true);
        for (int column = 0; column < labels.size(); column++) {
            Range head = sheet.getRange(0, column);
            head.setValue(labels.get(column));
            head.setStyle(bold);
            for (int row = 0; row < rows.size(); row++) {
                sheet.getRange(row + 1, column).setValue(rows.get(row).get(column));
            }
        }
        SpreadSheet book = new SpreadSheet();
        book.appendSheet(sheet);
        book.save(out);
    }

    private void each(Consumer<T> row) {
        int done = 0;
        while (done < MOST) {
            Page<T> page = source.apply(new PageRequest(done, PageRequest.MAX));
            page.items().forEach(row);
            done += page.items().size();
            if (page.items().isEmpty() || done >= page.total()) {
                return;
            }
        }
    }

    private List<String> values(T row) {
        return cells.stream().map(cell -> cell.apply(row)).toList();
    }

    /** A cell that a spreadsheet would take for a formula is text. */
    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
