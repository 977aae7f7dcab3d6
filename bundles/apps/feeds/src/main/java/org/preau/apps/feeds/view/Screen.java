package org.preau.apps.feeds.view;

import com.vaadin.flow.component.AttachEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.KitResources;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the screens of the archives share: the services, the user, his language, the texts. */
abstract class Screen extends AppPage {
    /** Address of the application. */
    static final String HOME = "/app/feeds";

    private static final Texts TEXTS = Texts.of(Screen.class);

    final Desk desk;
    final ViewContext view;

    Screen(Desk desk, ViewContext view) {
        this.desk = desk;
        this.view = view;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addStyleSheet(KitResources.url(Screen.class, "feeds.css"));
    }

    Subject subject() {
        return view.user().subject();
    }

    Locale locale() {
        return view.user().locale();
    }

    String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }

    /** The text of a name that others give; nothing when we have no words for it. */
    String known(String key, String otherwise) {
        String found = text(key);
        return found.startsWith("!") ? otherwise : found;
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(date);
    }

    String moment(Instant at) {
        String pattern =
                locale().getLanguage().equals("en") ? "d MMMM yyyy, HH:mm" : "d MMMM yyyy 'à' H'\u00a0h\u00a0'mm";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(desk.zone));
    }

    /** Whole or partial, and of which day. */
    String kind(FeedRun run) {
        String mode = known("mode." + run.mode(), "");
        LocalDate generated = run.generated();
        return generated == null || mode.isEmpty() ? mode : text("kind.of", mode, day(generated));
    }

    static String address(FeedRun run) {
        return HOME + "/archive/" + run.id();
    }

    /** What stands there for who may not read. */
    final void closed() {
        removeAll();
        add(new PageHeader(text("title")), new EmptyState(Picture.SEARCH, text("closed")));
    }
}
