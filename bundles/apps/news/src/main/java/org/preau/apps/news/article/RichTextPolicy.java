package org.preau.apps.news.article;

import java.util.List;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.PolicyFactory;

/** What may be written in an article: paragraphs, line breaks, bold, italic, lists and links. Everything else is taken out when it is written. */
public final class RichTextPolicy {
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "ul", "ol", "li", "a")
            .allowElements((name, attributes) -> "strong", "b")
            .allowElements((name, attributes) -> "em", "i")
            .allowElements((name, attributes) -> "p", "div")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("noopener")
            .toFactory();

    private RichTextPolicy() {}

    /** The same text with nothing in it that could harm a reader. */
    public static String sanitise(String html) {
        return ALLOWED.sanitize(html).strip();
    }

    /** The words of a sanitised text, in one line of at most so many characters. */
    public static String plain(String html, int limit) {
        Words words = new Words();
        HtmlSanitizer.sanitize(html, words);
        String text = words.text.toString().replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
        if (text.length() <= limit) {
            return text;
        }
        int end = text.lastIndexOf(' ', limit - 1);
        return text.substring(0, end < limit / 2 ? limit - 1 : end) + "…";
    }

    private static final class Words implements HtmlSanitizer.Policy {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void openDocument() {
            text.setLength(0);
        }

        @Override
        public void closeDocument() {
            text.append(' ');
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            breakAt(element);
        }

        @Override
        public void closeTag(String element) {
            breakAt(element);
        }

        @Override
        public void text(String chunk) {
            text.append(chunk);
        }

        private void breakAt(String element) {
            if (element.equals("p") || element.equals("br") || element.equals("li")) {
                text.append(' ');
            }
        }
    }
}
