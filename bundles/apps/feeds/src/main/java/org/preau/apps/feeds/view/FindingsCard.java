package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;

/** What is wrong with an archive, errors first, a page at a time. */
final class FindingsCard extends Panel {
    /** Tables have lines, not records with keys. */
    private static final Pattern LINE = Pattern.compile("line ([0-9]+)");

    private final Screen screen;
    private final FeedRun run;
    private final Div place = new Div();

    /** What of it is shown. */
    private enum Filter {
        ALL,
        ERRORS,
        WARNINGS
    }

    FindingsCard(Screen screen, FeedRun run) {
        super(screen.text("findings.title"));
        this.screen = screen;
        this.run = run;
        if (run.errors() > 0 && run.warnings() > 0) {
            Select<Filter> choice = new Select<>();
            choice.setLabel(screen.text("findings.show"));
            choice.setItems(Filter.values());
            choice.setItemLabelGenerator(each -> screen.text("findings." + each, figure(each)));
            choice.setValue(Filter.ALL);
            choice.addValueChangeListener(event -> show(event.getValue()));
            put(choice);
        }
        put(place);
        show(Filter.ALL);
    }

    private int figure(Filter filter) {
        return switch (filter) {
            case ALL -> run.errors() + run.warnings();
            case ERRORS -> run.errors();
            case WARNINGS -> run.warnings();
        };
    }

    private void show(Filter filter) {
        place.removeAll();
        place.add(new ItemList<LoadFinding>(page -> page(filter, page), this::row)
                .pageSize(10)
                .label(screen.text("findings.title")));
    }

    /** Errors come first, so that each severity is a stretch of the whole. */
    private Page<LoadFinding> page(Filter filter, PageRequest page) {
        int from = filter == Filter.WARNINGS ? run.errors() : 0;
        Page<LoadFinding> part = screen.desk.feeds.findings(
                screen.subject(), run.id(), new PageRequest(from + page.offset(), page.limit()));
        if (filter != Filter.ERRORS) {
            return new Page<>(part.items(), Math.max(0, part.total() - from));
        }
        List<LoadFinding> errors = part.items().stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
        return new Page<>(errors, Math.min(run.errors(), part.total()));
    }

    private Item row(LoadFinding finding) {
        List<String> where = new ArrayList<>();
        where.add(screen.text("findings." + finding.severity()));
        if (!finding.file().isEmpty()) {
            where.add(screen.text("findings.file", finding.file()));
        }
        if (!finding.record().isEmpty()) {
            Matcher line = LINE.matcher(finding.record());
            where.add(
                    line.matches()
                            ? screen.text("findings.line", line.group(1))
                            : screen.text("findings.record", finding.record()));
        }
        if (!finding.field().isEmpty()) {
            where.add(screen.text("findings.field", finding.field()));
        }
        where.add(finding.code());
        Item item = new Item(finding.message(screen.locale()));
        item.detail(String.join(" · ", where));
        return item.marked(false);
    }
}
