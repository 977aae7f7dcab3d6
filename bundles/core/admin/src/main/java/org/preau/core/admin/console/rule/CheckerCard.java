package org.preau.core.admin.console.rule;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.preau.api.base.PageRequest;
import org.preau.api.communication.MayWrite;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonLine;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.SearchField;

/** "May A write to B, and why?": two people, and the answer in words. */
final class CheckerCard extends Div {
    private static final int FEW = 20;

    private final RuleDesk desk;
    private final RulesScreen screen;
    private final Div answer = new Div();

    CheckerCard(RuleDesk desk, RulesScreen screen) {
        this.desk = desk;
        this.screen = screen;
        answer.getElement().setAttribute("role", "status");
        Card card = new Card(screen.text("check"));
        Select<PersonLine> from = Choices.one(screen.text("check.from"), List.of(), this::name);
        Select<PersonLine> to = Choices.one(screen.text("check.to"), List.of(), this::name);
        card.add(
                row(search("check.find.from", from), from),
                row(search("check.find.to", to), to),
                Buttons.plain(screen.text("check.do"), () -> check(from.getValue(), to.getValue())),
                answer);
        add(card);
    }

    private SearchField search(String key, Select<PersonLine> choice) {
        return new SearchField(screen.text(key), words -> {
            List<PersonLine> found = words.isEmpty()
                    ? List.of()
                    : desk.people
                            .list(screen.subject(), PeopleFilter.ALL.text(words), PageRequest.first(FEW))
                            .items();
            choice.setItems(found);
            choice.setHelperText(
                    words.isEmpty()
                            ? ""
                            : screen.text(found.isEmpty() ? "check.nobody" : "check.found", found.size()));
            if (!found.isEmpty()) {
                choice.setValue(found.get(0));
            }
        });
    }

    private void check(PersonLine from, PersonLine to) {
        answer.removeAll();
        if (from == null || to == null) {
            answer.add(new Paragraph(screen.text("check.missing")));
            return;
        }
        screen.done(() -> {
            MayWrite result = desk.rules.explain(screen.subject(), from.id(), to.id());
            UnorderedList reasons = new UnorderedList();
            result.reasons()
                    .forEach(each -> reasons.add(new ListItem(each.text().in(screen.locale()))));
            String verdict =
                    screen.text(result.allowed() ? "check.yes" : "check.no", from.displayName(), to.displayName());
            answer.add(new Paragraph(verdict), reasons);
        });
    }

    private String name(PersonLine line) {
        return line.displayName() + " (" + screen.names(line.profiles()) + ", " + String.join(", ", line.schools())
                + ")";
    }

    private static Div row(SearchField search, Select<PersonLine> choice) {
        Div row = new Div(search, choice);
        row.addClassName("preau-filters");
        return row;
    }
}
