package org.preau.core.shell.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the home page that is drawn again only when what it shows has changed, so that an answer that comes late moves nothing under the user's finger. What is drawn is sent and not kept: it would be half of what
 * an open home page costs. It is drawn when an answer leaves: however often it is told something new before, as when sixty applications come in a minute, one drawing waits for the browser.
 *
 * @param <M> what it shows
 */
final class Part<M> extends Div {
    private final transient Function<M, String> draw;
    private transient @Nullable M next;
    private boolean waits;
    private long shown = -1;

    Part(String className, Function<M, String> draw) {
        this.draw = draw;
        addClassName(className);
    }

    /** The browser may have to be told everything again: so is what this shows, when it is next asked to show it. */
    @Override
    protected void onAttach(AttachEvent event) {
        shown = -1;
        waits = false;
    }

    void show(M model) {
        next = model;
        if (!waits) {
            waits = true;
            getElement().getNode().runWhenAttached(ui -> ui.beforeClientResponse(this, context -> draw()));
        }
    }

    private void draw() {
        M model = next;
        next = null;
        waits = false;
        if (model == null) {
            return;
        }
        String html = draw.apply(model);
        long mark = (long) html.length() << Integer.SIZE | Integer.toUnsignedLong(html.hashCode());
        if (mark != shown) {
            shown = mark;
            if (isVisible() == html.isEmpty()) {
                setVisible(!html.isEmpty());
            }
            getElement().executeJs("this.innerHTML=$0", html);
        }
    }
}
