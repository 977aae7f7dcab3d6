package org.preau.ui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * A table that the server pages and sorts; each row becomes a block of labelled values on a narrow screen. The first column names the row.
 *
 * @param <T> what a row shows
 * @since 1.0
 */
public final class DataTable<T> extends Div {
    private static final int PAGE = 20;

    private final BiFunction<Sort, PageRequest, Page<T>> source;
    private final List<Column<T>> columns = new ArrayList<>();
    private final HtmlContainer heads = part("tr", "row");
    private final HtmlContainer rows = part("tbody", "rowgroup");
    private final HtmlContainer table = part("table", "table");
    private final Button more = Buttons.plain("", this::loadMore);
    private Component empty = new EmptyState(Picture.SEARCH, KitTexts.text("list.empty"));
    private Sort sort = Sort.NONE;
    private int pageSize = PAGE;
    private int shown;
    private boolean loaded;

    /**
     * The order that the user asked for.
     *
     * @param key of the column, empty for the order the source likes best
     * @param descending whether the greatest comes first
     */
    public record Sort(String key, boolean descending) {
        /** The source's own order. */
        public static final Sort NONE = new Sort("", false);
    }

    private record Column<T>(String label, String className, String sort, Function<T, Component> cell) {}

    /**
     * A table that loads when it is shown.
     *
     * @param caption names the table for who does not see it
     * @param source gives a page in an order; called on the user interface's thread
     */
    public DataTable(String caption, BiFunction<Sort, PageRequest, Page<T>> source) {
        this.source = source;
        addClassName("preau-table");
        HtmlContainer head = part("thead", "rowgroup");
        head.add(heads);
        table.getElement().setAttribute("aria-label", caption);
        table.add(head, rows);
    }

    /** Adds a column of words. */
    public DataTable<T> text(String label, Function<T, String> words) {
        return column(label, "", item -> new Span(words.apply(item)));
    }

    /** Adds a column of figures. */
    public DataTable<T> number(String label, Function<T, String> figure) {
        return column(label, "preau-number", item -> new Span(figure.apply(item)));
    }

    /** Adds a column of links, buttons or drawings. */
    public DataTable<T> component(String label, Function<T, Component> cell) {
        return column(label, "", cell);
    }

    /** Lets the user sort by the column that was added last; the source is told the key. */
    public DataTable<T> sortable(String key) {
        int last = columns.size() - 1;
        Column<T> column = columns.get(last);
        columns.set(last, new Column<>(column.label(), column.className(), key, column.cell()));
        return this;
    }

    /** The order to begin with. */
    public DataTable<T> sorted(String key, boolean descending) {
        sort = new Sort(key, descending);
        return this;
    }

    /** What stands there when nothing is found. */
    public DataTable<T> empty(Component state) {
        empty = state;
        return this;
    }

    /** How many rows a page has; 20 by default. */
    public DataTable<T> pageSize(int size) {
        pageSize = size;
        return this;
    }

    /** Reads again what is shown: as many rows as there are now, at least a page. */
    public void refresh() {
        int wanted = Math.min(PageRequest.MAX, Math.max(shown, pageSize));
        loaded = true;
        drawHeads();
        rows.removeAll();
        removeAll();
        shown = 0;
        show(source.apply(sort, PageRequest.first(wanted)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!loaded) {
            refresh();
        }
    }

    private DataTable<T> column(String label, String className, Function<T, Component> cell) {
        columns.add(new Column<>(label, className, "", cell));
        return this;
    }

    private void drawHeads() {
        heads.removeAll();
        for (Column<T> column : columns) {
            HtmlContainer head = part("th", "columnheader");
            head.getElement().setAttribute("scope", "col");
            if (!column.className().isEmpty()) {
                head.addClassName(column.className());
            }
            if (column.sort().isEmpty()) {
                head.setText(column.label());
            } else {
                boolean active = column.sort().equals(sort.key());
                head.getElement().setAttribute("aria-sort", active ? direction() : "none");
                head.add(new NativeButton(column.label(), event -> order(column.sort())));
            }
            heads.add(head);
        }
    }

    private String direction() {
        return sort.descending() ? "descending" : "ascending";
    }

    private void order(String key) {
        sort = new Sort(key, key.equals(sort.key()) && !sort.descending());
        shown = 0;
        refresh();
    }

    private void loadMore() {
        int before = shown;
        show(source.apply(sort, new PageRequest(shown, pageSize)));
        if (before < rows.getElement().getChildCount()) {
            rows.getElement().getChild(before).setAttribute("tabindex", "-1").callJsFunction("focus");
        }
    }

    private void show(Page<T> page) {
        page.items().forEach(item -> rows.add(row(item)));
        shown += page.items().size();
        if (shown == 0) {
            add(empty);
            return;
        }
        add(table);
        if (shown < page.total() && !page.items().isEmpty()) {
            more.setText(KitTexts.text("list.more", page.total() - shown));
            add(more);
        } else {
            remove(more);
        }
    }

    private Component row(T item) {
        HtmlContainer row = part("tr", "row");
        for (Column<T> column : columns) {
            boolean first = row.getElement().getChildCount() == 0;
            HtmlContainer cell = part(first ? "th" : "td", first ? "rowheader" : "cell");
            if (first) {
                cell.getElement().setAttribute("scope", "row");
            }
            cell.getElement().setAttribute("data-label", column.label());
            if (!column.className().isEmpty()) {
                cell.addClassName(column.className());
            }
            @Nullable Component content = column.cell().apply(item);
            if (content != null) {
                cell.add(content);
            }
            row.add(cell);
        }
        return row;
    }

    private static HtmlContainer part(String tag, String role) {
        HtmlContainer part = new HtmlContainer(tag);
        part.getElement().setAttribute("role", role);
        return part;
    }
}
