package org.preau.core.shell.help;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What may stand in a page of help; everything else is taken out. */
final class HelpText {
    private static final Pattern OF_THE_PORTAL = Pattern.compile("/res/[\\w./~-]+");
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "h3",
                    "h4",
                    "p",
                    "br",
                    "strong",
                    "em",
                    "b",
                    "i",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "kbd",
                    "code",
                    "a",
                    "img",
                    "figure",
                    "figcaption")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("scope")
            .matching(Pattern.compile("row|col"))
            .onElements("th")
            .allowAttributes("src")
            .matching(OF_THE_PORTAL)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowUrlProtocols("https", "mailto")
            .requireRelsOnLinks("noopener")
            .toFactory();

    private HelpText() {}

    /** The HTML with nothing in it that could harm a reader. */
    static String sanitised(String html) {
        return ALLOWED.sanitize(html);
    }

    /** Plain text with blank lines between paragraphs, as HTML. */
    static String ofPlain(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\\R\\s*\\R")) {
            html.append("<p>")
                    .append(paragraph.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</p>");
        }
        return html.toString();
    }
}
