package org.preau.apps.feeds.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import org.preau.api.base.Page;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;

/** What an archive changes school by school; some records of each change on demand. */
final class SchoolsCard extends Panel {
    private final ReviewView screen;
    private final FeedRun run;
    private final Div samples = new Div();

    SchoolsCard(ReviewView screen, FeedRun run) {
        super(screen.text("schools.title"));
        this.screen = screen;
        this.run = run;
        samples.getElement().setAttribute("tabindex", "-1");
        put(
                new DataTable<SchoolDifference>(
                                screen.text("schools.title"),
                                (sort, page) -> screen.desk.feeds.schools(screen.subject(), run.id(), page))
                        .text(
                                screen.text("schools.school"),
                                each -> screen.text("schools.name", each.name(), each.code()))
                        .text(screen.text("schools.kind"), each -> screen.text("kind." + each.kind()))
                        .number(
                                screen.text("schools.before"),
                                each -> figure(each.figures().before()))
                        .number(
                                screen.text("legend.created"),
                                each -> figure(each.figures().created()))
                        .number(
                                screen.text("legend.changed"),
                                each -> figure(each.figures().changed()
                                        - each.figures().moved()))
                        .number(
                                screen.text("legend.moved"),
                                each -> figure(each.figures().moved()))
                        .number(
                                screen.text("legend.leaving"),
                                each -> figure(each.figures().leaving()))
                        .component(screen.text("schools.samples"), this::look),
                samples);
    }

    private String figure(int value) {
        return screen.text("figure", value);
    }

    private Button look(SchoolDifference each) {
        Button button = Buttons.quiet(screen.text("samples.look"), () -> show(each));
        button.setAriaLabel(screen.text("samples.look.of", screen.text("kind." + each.kind()), each.name()));
        return button;
    }

    private void show(SchoolDifference school) {
        samples.removeAll();
        samples.add(new H3(screen.text("samples.title", screen.text("kind." + school.kind()), school.name())));
        for (Change change : Change.values()) {
            if (figureOf(school, change) > 0) {
                List<ChangeSample> some =
                        screen.desk.feeds.samples(screen.subject(), run.id(), school.code(), school.kind(), change);
                String label = screen.text("samples." + change, some.size(), figureOf(school, change));
                samples.add(new com.vaadin.flow.component.html.H4(label));
                samples.add(new ItemList<ChangeSample>(page -> part(some, page), this::row).label(label));
            }
        }
        samples.getElement().callJsFunction("focus");
    }

    private static Page<ChangeSample> part(List<ChangeSample> all, org.preau.api.base.PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private static int figureOf(SchoolDifference school, Change change) {
        return switch (change) {
            case CREATED -> school.figures().created();
            case CHANGED -> school.figures().changed() - school.figures().moved();
            case MOVED -> school.figures().moved();
            case LEAVING -> school.figures().leaving();
        };
    }

    private Item row(ChangeSample sample) {
        return new Item(sample.name()).detail(sample.detail()).meta(screen.text("samples.key", sample.key()));
    }
}
