package org.preau.core.shell.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.core.shell.Shell;
import org.preau.core.shell.app.App;

/** The help that this user gets: the topics of bundles, and the help of his applications. One that fails is left out and noted. */
final class Topics {
    private Topics() {}

    /**
     * A topic in the user's language.
     *
     * @param id its id
     * @param title what it explains
     * @param html the explanation, sanitised
     * @param path the pages it belongs to
     * @param order its place
     */
    record Topic(String id, String title, String html, String path, int order) {
        /** Whether it belongs to that page. */
        boolean belongsTo(String page) {
            return !path.isEmpty() && (page.equals(path) || page.startsWith(path + "/"));
        }
    }

    /** All of them, by order. */
    static List<Topic> of(Shell shell, UserContext user) {
        Locale locale = user.locale();
        List<Topic> topics = new ArrayList<>();
        for (HelpTopic topic : shell.whiteboards().helpTopics()) {
            try {
                if (topic.shownTo(user)) {
                    topics.add(new Topic(
                            topic.id(),
                            topic.title().in(locale),
                            HelpText.sanitised(topic.html().in(locale)),
                            topic.path(),
                            topic.order()));
                }
            } catch (RuntimeException | LinkageError e) {
                shell.neighbours().fault(topic.getClass().getName(), e);
            }
        }
        for (App app : shell.applications().of(user.session())) {
            help(shell, app, locale, topics);
        }
        topics.sort(Comparator.comparingInt(Topic::order).thenComparing(Topic::title));
        return topics;
    }

    private static void help(Shell shell, App app, Locale locale, List<Topic> topics) {
        try {
            LocalizedText text = app.service().help().orElse(null);
            if (text != null) {
                topics.add(new Topic(
                        "app-" + app.id(),
                        app.descriptor().name().in(locale),
                        HelpText.ofPlain(text.in(locale)),
                        app.address(""),
                        1_000 + app.descriptor().order()));
            }
        } catch (RuntimeException | LinkageError e) {
            shell.neighbours().fault(app.id(), e);
        }
    }
}
