package org.preau.ui.kit;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.preau.api.base.Texts;

/** The kit's own words, in the language of the page they are shown on. */
final class KitTexts {
    private static final Texts TEXTS = Texts.of(KitTexts.class);

    private KitTexts() {}

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null || ui.getLocale() == null ? Locale.FRENCH : ui.getLocale();
    }

    static String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }
}
