package org.preau.api.app;

import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * A page of help: how something is done. Register one service for each; it is found under "?" on the pages it belongs to, and on the help page. An application's {@link PortalApplication#help} needs no topic of
 * its own.
 *
 * <pre>{@code
 * @Component
 * public final class WritingHelp implements HelpTopic {
 *     public String id() { return "news-writing"; }
 *     public LocalizedText title() { return TEXTS.both("help.writing"); }
 *     public LocalizedText html() { return TEXTS.both("help.writing.text"); }
 *     public String path() { return "/app/news/write"; }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface HelpTopic {
    /** Unique name, {@code [a-z][a-z0-9-]*}: its address is {@code /help?topic=<id>}. */
    String id();

    /** What it explains: a question or a verb and a noun. */
    LocalizedText title();

    /** The explanation as HTML: headings from {@code h3}, paragraphs, lists, tables, bold and italic, links, pictures of the portal ({@code /res/…}). Anything else is taken out by the portal. */
    LocalizedText html();

    /** The pages it belongs to: a path of the portal, itself and below; empty for none in particular. */
    default String path() {
        return "";
    }

    /** Place among the topics, smallest first. */
    default int order() {
        return 100;
    }

    /** Whether this user needs it; cheap. */
    default boolean shownTo(UserContext user) {
        return true;
    }
}
