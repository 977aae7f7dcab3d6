package org.preau.ui.kit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars, each with its figures in words beside it: the words are the chart for who does not see it, the drawing is decoration. Colours differ in texture too.
 *
 * @since 1.0
 */
public final class BarChart extends Div {
    private static final double FULL = 100.0;

    private final UnorderedList rows = new UnorderedList();
    private final Div legend = new Div();

    /** What a part of a bar stands for; the shell owns how each looks. */
    public enum Tone {
        /** What comes, what is done. */
        GOOD,
        /** What changes. */
        CHANGE,
        /** What goes elsewhere. */
        MOVE,
        /** What goes, what is wrong. */
        BAD
    }

    /**
     * A part of a bar.
     *
     * @param tone its look
     * @param value its length, in the unit of the bar's full length
     */
    public record Part(Tone tone, double value) {}

    /** An empty chart. */
    public BarChart(String label) {
        addClassName("preau-bars");
        rows.getElement().setAttribute("role", "list").setAttribute("aria-label", label);
        legend.addClassName("preau-bars-legend");
        legend.getElement().setAttribute("aria-hidden", "true");
        add(rows);
    }

    /** Says what a tone means; shown below the bars. */
    public BarChart legend(Tone tone, String meaning) {
        Span key = new Span();
        key.addClassNames("preau-bar-part", tone(tone));
        legend.add(new Span(key, new Span(meaning)));
        add(legend);
        return this;
    }

    /**
     * Adds a bar.
     *
     * @param name what it is about
     * @param words the figures in words
     * @param full the value of the bar's full length; parts beyond it are cut
     */
    public BarChart bar(String name, String words, double full, List<Part> parts) {
        Div bar = new Div();
        bar.addClassName("preau-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        for (Part part : parts) {
            if (part.value() > 0 && full > 0) {
                Span drawn = new Span();
                drawn.addClassNames("preau-bar-part", tone(part.tone()));
                drawn.getStyle()
                        .set("width", String.format(Locale.ROOT, "%.2f%%", FULL * Math.min(1, part.value() / full)));
                bar.add(drawn);
            }
        }
        Span title = new Span(name);
        title.addClassName("preau-bar-name");
        Span figures = new Span(words);
        figures.addClassName("preau-bar-words");
        rows.add(new ListItem(title, bar, figures));
        return this;
    }

    private static String tone(Tone tone) {
        return "preau-bar-" + tone.name().toLowerCase(Locale.ROOT);
    }
}
