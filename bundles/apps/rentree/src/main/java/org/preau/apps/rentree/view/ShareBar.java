package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.ui.kit.BarChart;
import org.preau.ui.kit.BarChart.Part;
import org.preau.ui.kit.BarChart.Tone;

/** How far a school is, as a bar and in words. */
final class ShareBar extends Div {
    ShareBar(Screen screen, int done) {
        add(new BarChart(screen.text("share"))
                .bar(
                        screen.text("share"),
                        screen.text("share.words", done, Step.values().length, SchoolState.share(done)),
                        Step.values().length,
                        List.of(new Part(Tone.GOOD, done))));
    }
}
