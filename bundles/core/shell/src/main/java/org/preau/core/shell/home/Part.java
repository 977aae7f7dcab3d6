package org.preau.core.shell.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;

/**
 * A part of the home page that is drawn again only when what it shows has changed, so that an answer that comes late moves nothing under the user's finger. What is drawn is sent and not kept: it would be half of what
 * an open home page costs.
 *
 * @param <M> what it shows
 */
final class Part<M> extends Div {
    private final transient Function<M, String> draw;
    private long shown = -1;

    Part(String className, Function<M, String> draw) {
        this.draw = draw;
        addClassName(className);
    }

    /** The browser may have to be told everything again: so is what this shows, when it is next asked to show it. */
    @Override
    protected void onAttach(AttachEvent event) {
        shown = -1;
    }

    void show(M model) {
        String html = draw.apply(model);
        long mark = (long) html.length() << Integer.SIZE | Integer.toUnsignedLong(html.hashCode());
        if (mark != shown) {
            shown = mark;
            setVisible(!html.isEmpty());
            getElement().executeJs("this.innerHTML=$0", html);
        }
    }
}
