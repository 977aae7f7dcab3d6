package org.preau.core.admin.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.AccountState;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;

/** A screen of the console: its user, its texts, how dates and refusals are shown. */
public abstract class ConsolePage extends AppPage {
    /** Address of the console. */
    public static final String HOME = "/app/administration";

    private static final Texts SHARED = Texts.of(ConsolePage.class);

    private final ViewContext view;
    private final Texts texts;

    /** A screen with the texts beside its own package. */
    protected ConsolePage(ViewContext view, Texts texts) {
        this.view = view;
        this.texts = texts;
    }

    /** Puts the head of the page on top: title, a sentence, the way back to the console. */
    protected final PageHeader head(String title, String subtitle) {
        view.title(title);
        PageHeader header = new PageHeader(title).subtitle(subtitle).back(SHARED.text(locale(), "back"), HOME);
        add(header);
        return header;
    }

    /** The view's frame. */
    protected final ViewContext view() {
        return view;
    }

    /** For whom it is shown. */
    public final UserContext user() {
        return view.user();
    }

    /** Who acts. */
    public final Subject subject() {
        return user().subject();
    }

    /** The user's language. */
    public final Locale locale() {
        return user().locale();
    }

    /** A text of the screen's package. */
    public final String text(String key, Object... arguments) {
        return texts.text(locale(), key, arguments);
    }

    /** Does something; a refusal is shown in words. Says whether it was done. */
    public final boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (PortalException refusal) {
            Notice.problem(refusal.userMessage(locale()));
            return false;
        }
    }

    /** A day in the user's language; a dash for none. */
    public final String day(@Nullable LocalDate day) {
        return day == null
                ? "–"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale())
                        .format(day);
    }

    /** The day of an instant; a dash for none. */
    public final String day(@Nullable Instant at) {
        return at == null ? "–" : day(LocalDate.ofInstant(at, ZoneId.systemDefault()));
    }

    /** The day and the time of an instant, in the user's language. */
    public final String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(at.atZone(ZoneId.systemDefault()));
    }

    /** What a profile is called. */
    public final String name(Profile profile) {
        return SHARED.text(locale(), "profile." + profile.name());
    }

    /** What some profiles are called. */
    public final String names(Collection<Profile> profiles) {
        return profiles.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** What the state of an account is called; a dash for no account. */
    public final String name(@Nullable AccountState state) {
        return state == null ? "–" : SHARED.text(locale(), "state." + state.name());
    }
}
