package org.preau.apps.rentree.view;

import com.vaadin.flow.component.AttachEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.Readiness;
import org.preau.apps.rentree.school.Step;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.KitResources;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the screens of the beginning of the year share: the services, the user, his language, the texts. */
abstract class Screen extends AppPage {
    /** Address of the application. */
    static final String HOME = "/app/rentree";

    private static final Texts TEXTS = Texts.of(Screen.class);

    final Desk desk;
    final ViewContext view;

    Screen(Desk desk, ViewContext view) {
        this.desk = desk;
        this.view = view;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addStyleSheet(KitResources.url(Screen.class, "rentree.css"));
    }

    final Subject subject() {
        return view.user().subject();
    }

    final Locale locale() {
        return view.user().locale();
    }

    final String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }

    /** Whether the user may look at that school. */
    final boolean mayRead(UUID school) {
        return desk.authorisation.allows(subject(), Readiness.READ, Scope.structure(school));
    }

    /** Whether it is the user's own school that he is in now. */
    final boolean own(UUID school) {
        return school.equals(view.user().session().context().structureId())
                && desk.assistant.prepares(subject(), school);
    }

    static String address(UUID school) {
        return HOME + "/school/" + school;
    }

    static String address(UUID school, Step step) {
        return address(school) + "/" + step.path();
    }

    /** Does it, or says why it cannot be done. */
    final void attempt(Runnable act) {
        try {
            act.run();
        } catch (PortalException refused) {
            Notice.problem(refused.userMessage(locale()));
        }
    }

    /** What stands there for who may not read, and for what is not there. */
    final void closed() {
        removeAll();
        add(new PageHeader(text("title")), new EmptyState(Picture.SEARCH, text("closed")));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
