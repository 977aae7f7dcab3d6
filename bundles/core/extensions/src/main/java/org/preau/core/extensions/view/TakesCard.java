package org.preau.core.extensions.view;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.preau.api.extension.Extension;
import org.preau.api.extension.Footprint;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;

/** What it takes: calls and time as they are measured all along; memory and data when somebody asks, because counting them costs a moment. */
final class TakesCard extends Div {
    private final Screen screen;
    private final Div measured = Screen.status();
    private final Button measure;

    TakesCard(Screen screen, Extension one) {
        this.screen = screen;
        Card card = new Card(screen.text("takes"));
        Extension.Usage usage = one.usage();
        card.add(new Paragraph(
                usage == null
                        ? screen.text("takes.time.none")
                        : screen.text(
                                "takes.calls",
                                usage.calls(),
                                usage.failures(),
                                screen.text("seconds", usage.time().toMillis() / 1000.0))));
        if (one.jar().size() > 0) {
            card.add(new Paragraph(
                    screen.text("takes.file", screen.bytes(one.jar().size()))));
        }
        measure = Buttons.plain(screen.text("takes.measure"), () -> measure(one));
        measure.setDisableOnClick(true);
        card.add(measured, measure);
        add(card);
    }

    private void measure(Extension one) {
        measured.removeAll();
        measured.add(new Paragraph(screen.text("takes.measuring")));
        screen.later(() -> screen.desk.extensions.measure(screen.subject(), one.id()), this::show, () -> {
            measured.removeAll();
            measure.setEnabled(true);
        });
    }

    private void show(Footprint print) {
        measure.setEnabled(true);
        measured.removeAll();
        measured.add(
                new Paragraph(
                        screen.text("takes.heap", print.instances(), print.classes(), screen.bytes(print.heapBytes()))),
                new Paragraph(screen.text("takes.data", screen.bytes(print.dataBytes()))));
    }
}
