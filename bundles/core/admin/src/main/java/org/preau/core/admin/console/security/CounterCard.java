package org.preau.core.admin.console.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Notice;

/** Closes a sign-in counter, opens it again; each closed one says so. */
final class CounterCard extends Div {
    private static final List<String> COUNTERS = List.of("educonnect", "agent", "local");

    private final SecurityDesk desk;
    private final SecurityScreen screen;
    private final Div closed = new Div();

    CounterCard(SecurityDesk desk, SecurityScreen screen) {
        this.desk = desk;
        this.screen = screen;
        Select<String> counter = Choices.one(screen.text("counter"), COUNTERS, each -> screen.text("counter." + each));
        counter.setValue("local");
        Card card = new Card(screen.text("counters"));
        card.add(closed, counter);
        card.add(screen.act("close", exercise -> {
            int count = desk.switchboard.closeCounter(screen.subject(), counter.getValue(), exercise);
            list();
            return count;
        }));
        add(card);
        list();
    }

    private void list() {
        closed.removeAll();
        desk.switchboard.closedCounters().stream().sorted().forEach(each -> {
            String name = COUNTERS.contains(each) ? screen.text("counter." + each) : each;
            closed.add(new Paragraph(screen.text("closed", name)), Buttons.plain(screen.text("open", name), () -> {
                if (screen.done(() -> desk.switchboard.openCounter(screen.subject(), each))) {
                    list();
                    Notice.info(screen.text("opened", name));
                }
            }));
        });
    }
}
