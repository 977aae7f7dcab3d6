package org.preau.api.app;

import com.vaadin.flow.component.Component;
import java.util.function.Function;

/**
 * A view of an application.
 *
 * <p>{@code AppView.at("", NewsView.class, view -> new NewsView(news, view))}: the factory makes a new instance at each navigation, on the UI's thread, with the
 * services that the application was given. A factory or view that throws shows an error with a reference number inside the shell.
 *
 * @param path below {@code /app/<id>}: empty for the main view; may hold route parameters of Flow ({@code article/:id}), read in {@code beforeEnter}
 * @param type class of the view; a class stands for one path only
 * @param factory makes the view
 * @param <V> class of the view
 * @since 1.0
 */
public record AppView<V extends Component>(String path, Class<V> type, Function<ViewContext, V> factory) {
    /** A view at a path below the application's. */
    public static <V extends Component> AppView<V> at(String path, Class<V> type, Function<ViewContext, V> factory) {
        return new AppView<>(path, type, factory);
    }
}
