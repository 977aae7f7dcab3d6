package org.preau.core.shell.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the home page that is made again only when what it shows has changed, so that an answer that comes late moves nothing under the user's finger.
 *
 * @param <M> what it shows
 */
final class Part<M> extends Div {
    private final transient Function<M, List<Component>> make;
    private transient @Nullable M shown;

    Part(String className, Function<M, List<Component>> make) {
        this.make = make;
        addClassName(className);
    }

    void show(M model) {
        if (model.equals(shown)) {
            return;
        }
        shown = model;
        removeAll();
        List<Component> parts = make.apply(model);
        add(parts);
        setVisible(!parts.isEmpty());
    }
}
