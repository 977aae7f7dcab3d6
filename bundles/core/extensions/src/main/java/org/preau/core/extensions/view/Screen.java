package org.preau.core.extensions.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.extension.PastAct;
import org.preau.api.extension.Signature;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.KitResources;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the screens of the extensions share: the user, his language, how things are said. */
abstract class Screen extends AppPage {
    /** Address of the application. */
    static final String HOME = "/app/extensions";

    private static final Texts TEXTS = Texts.of(Screen.class);
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    final Desk desk;
    final ViewContext view;

    Screen(Desk desk, ViewContext view) {
        this.desk = desk;
        this.view = view;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addStyleSheet(KitResources.url(Screen.class, "extensions.css"));
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

    /** The text of a name that others give; {@code otherwise} when we have no words for it. */
    String known(String key, String otherwise) {
        String found = text(key);
        return found.startsWith("!") ? otherwise : found;
    }

    String moment(Instant at) {
        String pattern =
                locale().getLanguage().equals("en") ? "d MMMM yyyy, HH:mm" : "d MMMM yyyy 'à' H'\u00a0h\u00a0'mm";
        return DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(desk.zone));
    }

    String bytes(long bytes) {
        return bytes < MEGA
                ? text("bytes.kilo", (bytes + KILO - 1) / KILO)
                : text("bytes.mega", Math.round(bytes / (double) MEGA * 10) / 10.0);
    }

    String signature(Signature signature) {
        return text("signature." + signature.state(), signature.signer());
    }

    /** One line of the story. */
    Item line(PastAct act) {
        return new Item(text("act." + act.act(), act.id(), act.version(), act.before()))
                .detail(
                        act.why().equals(org.preau.api.extension.Installation.NO_REASON)
                                ? ""
                                : act.why().in(locale()))
                .meta(moment(act.at()));
    }

    /** Does what takes seconds, then shows it; a refusal is shown in words. */
    <T> void later(Supplier<T> work, Consumer<T> done, Runnable afterRefusal) {
        Consumer<PortalException> refused = refusal -> {
            Notice.problem(refusal.userMessage(locale()));
            afterRefusal.run();
        };
        desk.background.run(work, done, refused, () -> {
            Notice.problem(text("failed"));
            afterRefusal.run();
        });
    }

    /** A list of sentences. */
    static UnorderedList lines(Collection<String> sentences) {
        UnorderedList list = new UnorderedList();
        sentences.forEach(each -> list.add(new ListItem(each)));
        return list;
    }

    /** A place that says aloud what changes in it. */
    static Div status(Component... parts) {
        Div place = new Div(parts);
        place.getElement().setAttribute("role", "status");
        return place;
    }

    /** Small words. */
    static Paragraph small(String words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("extensions-small");
        return paragraph;
    }

    /** What stands there for who may not see. */
    final void closed() {
        removeAll();
        add(new PageHeader(text("title")), new EmptyState(Picture.SEARCH, text("closed")));
    }
}
