package org.preau.core.shell.markup;

import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Picture;

/**
 * HTML written as text, every value escaped on its way in.
 *
 * <p>What has no listener on the server need not be components there: a home page drawn so costs a few kilobytes a session where components cost five times as much, and its answer is smaller too.
 */
public final class Markup {
    private final StringBuilder html = new StringBuilder();

    /** Opens an element; attributes are names and values in turn, one with an empty value is left out. */
    public Markup open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                html.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                html.append('"');
            }
        }
        html.append('>');
        return this;
    }

    /** Closes elements, the innermost first. */
    public Markup close(String... tags) {
        for (String tag : tags) {
            html.append("</").append(tag).append('>');
        }
        return this;
    }

    /** An element with a class and words in it; nothing where there are no words. */
    public Markup words(String tag, String className, String text) {
        return text.isEmpty() ? this : open(tag, "class", className).text(text).close(tag);
    }

    /** Words. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** An icon of the set. */
    public Markup icon(String name) {
        html.append(AppIcon.markup(name));
        return this;
    }

    /** A person's initials, in his colour. */
    public Markup avatar(String name) {
        html.append(Avatar.markup(name));
        return this;
    }

    /** A picture that says nothing that the words beside it do not say. */
    public Markup image(String url) {
        html.append("<img alt=\"\" src=\"");
        escape(url);
        html.append("\">");
        return this;
    }

    /** A section with its title. */
    public Markup section(String title) {
        return open("section", "class", "preau-section").words("h2", "", title);
    }

    /** A list without bullets. */
    public Markup list(String className) {
        return open("ul", "class", className, "role", "list");
    }

    /** What stands where there is nothing yet. */
    public Markup empty(Picture picture, String sentence) {
        html.append("<div class=\"preau-empty\"><img class=\"preau-picture\" alt=\"\" src=\"")
                .append(picture.url())
                .append("\">");
        return words("p", "", sentence).close("div");
    }

    @Override
    public String toString() {
        return html.toString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
