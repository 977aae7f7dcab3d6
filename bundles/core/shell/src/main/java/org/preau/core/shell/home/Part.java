package org.preau.core.shell.home;

import com.vaadin.flow.component.html.Div;
import java.util.function.Function;

/**
 * A part of the home page that is drawn again only when what it shows has changed, so that an answer that comes late moves nothing under the user's finger.
 *
 * @param <M> what it shows
 */
final class Part<M> extends Div {
    private final transient Function<M, String> draw;

    Part(String className, Function<M, String> draw) {
        this.draw = draw;
        addClassName(className);
    }

    void show(M model) {
        String html = draw.apply(model);
        if (!html.equals(getElement().getProperty("innerHTML"))) {
            getElement().setProperty("innerHTML", html);
            setVisible(!html.isEmpty());
        }
    }
}
