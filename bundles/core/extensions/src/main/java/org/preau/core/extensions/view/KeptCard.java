package org.preau.core.extensions.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.preau.api.extension.KeptData;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Notice;

/** The data that extensions left behind, each with the way to erase them for good. */
final class KeptCard extends Div {
    private final Screen screen;
    private final Runnable changed;
    private final List<KeptData> kept;

    KeptCard(Screen screen, Runnable changed) {
        this.screen = screen;
        this.changed = changed;
        this.kept = screen.desk.extensions.kept(screen.subject());
        Card card = new Card(screen.text("kept"));
        card.add(new Paragraph(screen.text("kept.help")));
        kept.forEach(each -> card.add(row(each)));
        add(card);
    }

    /** Whether there is anything. */
    boolean isNeeded() {
        return !kept.isEmpty();
    }

    private Item row(KeptData each) {
        Button erase = Buttons.plain(screen.text("kept.erase"), () -> ask(each));
        erase.setAriaLabel(screen.text("kept.label", each.name()));
        String removed = screen.moment(each.removedAt());
        return new Item(each.name())
                .detail(
                        each.schemas().isEmpty()
                                ? screen.text("kept.none", removed)
                                : screen.text("kept.line", removed, screen.bytes(each.bytes())))
                .trailing(erase);
    }

    private void ask(KeptData each) {
        String schemas = each.schemas().isEmpty() ? screen.text("kept.nothing") : String.join(", ", each.schemas());
        Confirm.irreversible(
                screen.text("kept.ask", each.name()),
                screen.text("kept.means", schemas),
                screen.text("kept.do"),
                () -> screen.later(
                        () -> {
                            screen.desk.extensions.erase(screen.subject(), each.id());
                            return each;
                        },
                        done -> {
                            Notice.info(screen.text("kept.done", done.name()));
                            changed.run();
                        },
                        changed));
    }
}
