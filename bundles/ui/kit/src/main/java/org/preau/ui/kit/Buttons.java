package org.preau.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/**
 * Buttons in the portal's three weights.
 *
 * @since 1.0
 */
public final class Buttons {
    private Buttons() {}

    /** The one thing that this screen is for. */
    public static Button primary(String text, Runnable action) {
        Button button = plain(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** Another thing that can be done here. */
    public static Button plain(String text, Runnable action) {
        return new Button(text, event -> action.run());
    }

    /** Something seldom wanted, or repeated on every row. */
    public static Button quiet(String text, Runnable action) {
        Button button = plain(text, action);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }
}
