package org.preau.core.shell.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.notification.NotificationCategory;
import org.preau.api.notification.Notifications;
import org.preau.api.notification.Notifications.Choice;
import org.preau.api.notification.Notifications.Told;
import org.preau.api.signin.PortalSession;
import org.preau.core.shell.Shell;
import org.preau.core.shell.ShellTexts;
import org.preau.core.shell.layout.ShellLayout;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the user was told, the latest first, and how he wants to be told (51C, 54L). Looking at it makes it seen. */
public final class NotificationsView extends AppPage implements BeforeEnterObserver {
    /** That of the schools, whatever the server thinks. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final transient Shell shell;
    private final transient @Nullable PortalSession session;

    /** Made by the bridge, on the thread of the page. */
    public NotificationsView(Shell shell) {
        this.shell = shell;
        session = shell.sessions().portalSession(UI.getCurrent()).orElse(null);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String title = ShellTexts.text("bell.title");
        ShellLayout.of(event.getUI()).ifPresent(layout -> layout.title(title));
        add(new PageHeader(title));
        Notifications all = shell.neighbours().notifications().orElse(null);
        if (session == null || all == null) {
            add(new EmptyState(Picture.BROKEN, ShellTexts.text("bell.away")));
            return;
        }
        show(all, session);
    }

    private void show(Notifications all, PortalSession user) {
        ItemList<Told> list = new ItemList<Told>(
                        page -> all.told(user.accountId(), user.personId(), page), NotificationsView::row)
                .label(ShellTexts.text("bell.title"))
                .empty(new EmptyState(Picture.DONE, ShellTexts.text("bell.none")));
        list.refresh();
        add(list);
        all.seen(user.accountId());
        Map<NotificationCategory, Choice> choices = all.choices(user.accountId());
        if (!choices.isEmpty()) {
            Card card = new Card(ShellTexts.text("bell.choices"));
            card.add(new Paragraph(ShellTexts.text("bell.choices.help")));
            choices.forEach((category, choice) -> card.add(choice(all, user, category, choice)));
            add(card);
        }
    }

    private static Component row(Told told) {
        Locale locale = ShellTexts.locale();
        Item item =
                new Item(told.title().in(locale)).meta(when(told.at(), locale)).marked(told.unseen());
        return told.path().startsWith("/app/") ? item.href(told.path()) : item.away(told.path());
    }

    private static String when(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(ZONE));
    }

    private static Component choice(
            Notifications all, PortalSession user, NotificationCategory category, Choice choice) {
        String name = category.name().in(ShellTexts.locale());
        Checkbox shown = new Checkbox(ShellTexts.text("bell.shown"), choice.inPortal());
        Checkbox mailed = new Checkbox(ShellTexts.text("bell.mailed"), choice.byMail());
        mailed.setVisible(user.context().profile() != Profile.STUDENT);
        Runnable keep =
                () -> all.choose(user.accountId(), category.id(), new Choice(shown.getValue(), mailed.getValue()));
        shown.addValueChangeListener(event -> keep.run());
        mailed.addValueChangeListener(event -> keep.run());
        FieldSet group = new FieldSet(name, new Div(shown, mailed));
        group.addClassName("preau-choice-group");
        return group;
    }
}
