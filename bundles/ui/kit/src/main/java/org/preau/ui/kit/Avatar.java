package org.preau.ui.kit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * A person's initials in a colour that is always the same for the same name. Decoration, drawn by the style sheet: the name itself stands beside it.
 *
 * @since 1.0
 */
public final class Avatar extends Span {
    private static final int HUES = 8;

    /** The avatar of that name. */
    public Avatar(String name) {
        addClassNames("preau-avatar", hue(name));
        getElement().setAttribute("aria-hidden", "true").setAttribute("data-initials", initials(name));
    }

    /** The avatar as HTML, for what is drawn as text in one go. */
    public static String markup(String name) {
        return "<span class=\"preau-avatar " + hue(name) + "\" aria-hidden=\"true\" data-initials=\""
                + escaped(initials(name)) + "\"></span>";
    }

    private static String hue(String name) {
        return "preau-avatar-" + Math.floorMod(name.hashCode(), HUES);
    }

    private static String escaped(String initials) {
        return initials.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String part : name.strip().split("[\\s-]+")) {
            if (!part.isEmpty() && initials.length() < 2) {
                initials.append(part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
            }
        }
        return initials.toString();
    }
}
