package org.preau.core.shell;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.preau.api.base.Texts;

/** The shell's own words, in the language of the page they are shown on. */
public final class ShellTexts {
    private static final Texts TEXTS = Texts.of(ShellTexts.class);

    private ShellTexts() {}

    /** The language of the page that the calling thread works on; French outside a page. */
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null || ui.getLocale() == null ? Locale.FRENCH : ui.getLocale();
    }

    /** The text in the language of the current page. */
    public static String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }

    /** The text in that language. */
    public static String text(Locale locale, String key, Object... arguments) {
        return TEXTS.text(locale, key, arguments);
    }
}
