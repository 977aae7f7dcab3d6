package org.preau.core.admin.console.rule;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.communication.NewException;
import org.preau.api.communication.RuleException;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.DayField;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;

/** Exceptions to the rule: a class that may write to another for a project, a class that is closed. Each may have a last day. */
final class ExceptionsCard extends Div {
    private final RuleDesk desk;
    private final RulesScreen screen;
    private final ItemList<RuleException> list;

    ExceptionsCard(RuleDesk desk, RulesScreen screen, Structure place) {
        this.desk = desk;
        this.screen = screen;
        list = new ItemList<RuleException>(
                        page -> desk.rules.exceptions(screen.subject(), place.id(), false, page), this::row)
                .label(screen.text("exceptions"))
                .empty(new Div(screen.text("exceptions.none")));
        Card card = new Card(screen.text("exceptions"));
        card.add(list);
        List<SchoolClass> classes = desk.directory.classesOf(place.id());
        if (!classes.isEmpty()) {
            card.add(form(classes));
        }
        add(card);
    }

    private Item row(RuleException exception) {
        NewException what = exception.what();
        Scope to = what.to();
        String words = to == null
                ? screen.text("closed", name(what.from()))
                : screen.text(what.bothWays() ? "both" : "one", name(what.from()), name(to));
        LocalDate until = what.until();
        return new Item(words)
                .detail(what.reason())
                .meta(until == null ? "" : screen.text("until", screen.day(until)))
                .trailing(Buttons.quiet(screen.text("end"), () -> end(exception)));
    }

    private void end(RuleException exception) {
        if (screen.done(() -> desk.rules.endException(screen.subject(), exception.id()))) {
            list.refresh();
            Notice.undo(screen.text("ended"), () -> {
                screen.done(() -> desk.rules.except(screen.subject(), exception.what()));
                list.refresh();
            });
        }
    }

    private FormPanel form(List<SchoolClass> classes) {
        Select<SchoolClass> from = Choices.one(screen.text("from"), classes, SchoolClass::name);
        from.setValue(classes.get(0));
        Select<SchoolClass> to = Choices.orAll(screen.text("to"), screen.text("to.nobody"), classes, SchoolClass::name);
        DayField until = new DayField(screen.text("last"));
        FormPanel form = new FormPanel();
        return form.field(from)
                .field(to, screen.text("to.help"))
                .field(until, screen.text("last.help"))
                .submit(screen.text("add"), () -> {
                    if (from.getValue().equals(to.getValue())) {
                        form.error(to, screen.text("same"));
                        return;
                    }
                    add(from.getValue(), to.getValue(), until.getValue());
                });
    }

    private void add(SchoolClass from, @Nullable SchoolClass to, @Nullable LocalDate until) {
        Scope source = Scope.schoolClass(from.id());
        NewException wanted = to == null
                ? NewException.close(source, until)
                : NewException.allow(source, Scope.schoolClass(to.id()), true, until);
        if (screen.done(() -> desk.rules.except(screen.subject(), wanted))) {
            list.refresh();
            Notice.info(screen.text("added"));
        }
    }

    private String name(Scope scope) {
        return switch (scope.kind()) {
            case STRUCTURE ->
                desk.structures.byId(scope.id()).map(Structure::name).orElse("–");
            case CLASS ->
                desk.directory.schoolClass(scope.id()).map(SchoolClass::name).orElse("–");
            case GROUP -> screen.text("group");
        };
    }
}
