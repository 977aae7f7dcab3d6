package org.preau.core.extensions.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.preau.api.extension.Candidate;
import org.preau.ui.kit.Buttons;

/** What a jar is and what it will be able to see, before it is installed; or why it cannot be. */
final class Review extends Div {
    Review(Screen screen, Candidate candidate, Consumer<Boolean> agreed) {
        addClassName("extensions-review");
        setClassName("extensions-refused", !candidate.installable());
        String name = candidate.name().isEmpty() ? screen.text("add") : candidate.name();
        boolean update = !candidate.running().isEmpty();
        if (!candidate.installable()) {
            add(new H3(screen.text("review.no", name)));
            add(Screen.lines(candidate.objections().stream()
                    .map(each -> each.in(screen.locale()))
                    .toList()));
        } else {
            add(new H3(update ? screen.text("review.update", candidate.running(), name) : screen.text("review", name)));
        }
        if (!candidate.id().isEmpty() && !candidate.version().isEmpty()) {
            add(Screen.lines(facts(screen, candidate)));
        }
        if (candidate.installable()) {
            List<String> sight = Sight.of(candidate.imports(), screen);
            add(new Paragraph(screen.text(sight.isEmpty() ? "review.sees.nothing" : "review.sees")));
            add(Screen.lines(sight));
        }
        Div buttons = new Div(Buttons.plain(screen.text("review.cancel"), () -> agreed.accept(false)));
        if (candidate.installable()) {
            buttons.add(Buttons.primary(
                    screen.text(update ? "review.update.act" : "review.install"), () -> agreed.accept(true)));
        }
        buttons.addClassName("preau-form-actions");
        add(buttons);
    }

    private static List<String> facts(Screen screen, Candidate candidate) {
        List<String> facts = new ArrayList<>();
        facts.add(screen.text("review.version", candidate.version()));
        facts.add(screen.text("review.id", candidate.id()));
        if (!candidate.provider().isEmpty()) {
            facts.add(screen.text("review.maker", candidate.provider()));
        }
        facts.add(screen.text("review.signature", screen.signature(candidate.signature())));
        return facts;
    }
}
