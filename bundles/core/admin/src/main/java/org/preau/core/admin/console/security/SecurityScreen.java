package org.preau.core.admin.console.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.preau.api.app.ViewContext;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.signin.Switchboard;
import org.preau.core.admin.console.Choices;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** What to do at once when accounts are stolen in numbers: whom it touches is counted first, in an exercise or before the question whether it is meant. */
public final class SecurityScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(SecurityScreen.class);

    private final SecurityDesk desk;
    private final Div body = new Div();

    /** Empty until it is entered. */
    public SecurityScreen(SecurityDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("title"), text("subtitle"));
        body.addClassName("preau-page");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        body.removeAll();
        List<Structure> places = desk.perimeters.of(user(), Switchboard.ACT);
        if (places.isEmpty()) {
            body.add(new EmptyState(Picture.PEOPLE, text("nowhere")));
            return;
        }
        body.add(people(places));
        boolean everywhere = desk.structures.roots().stream()
                .allMatch(root -> desk.perimeters.allows(user(), Switchboard.ACT, root.id()));
        if (everywhere) {
            body.add(
                    new CounterCard(desk, this),
                    new ConnectorCard(desk, this, desk.connectors()),
                    new FindingsCard(desk, this));
        }
    }

    private Card people(List<Structure> places) {
        Select<Structure> where = Choices.structure(text("where"), places);
        TextField code = new TextField(text("school"));
        code.setHelperText(text("school.help"));
        Select<Profile> profile =
                Choices.orAll(text("profile"), text("profile.all"), List.of(Profile.values()), this::name);
        Card card = new Card(text("people"));
        Div whom = new Div(where, code, profile);
        whom.addClassName("preau-filters");
        card.add(whom);
        card.add(act(
                "sessions",
                exercise -> desk.switchboard.endSessions(
                        subject(), Set.of(chosen(where, code).id()), profiles(profile), exercise)));
        card.add(act(
                "passwords",
                exercise -> desk.switchboard.forceNewPasswords(
                        subject(), chosen(where, code).id(), profiles(profile), exercise)));
        return card;
    }

    /** An act with its exercise; the texts begin with {@code key}. */
    Div act(String key, Function<Boolean, Integer> act) {
        Div buttons = new Div(
                Buttons.plain(text("exercise"), () -> done(() -> Notice.info(text(key + ".would", act.apply(true))))),
                Buttons.plain(
                        text(key),
                        () -> done(() -> {
                            int count = act.apply(true);
                            Confirm.irreversible(
                                    text(key + ".ask"),
                                    text(key + ".means", count),
                                    text(key),
                                    () -> done(() -> Notice.info(text(key + ".done", act.apply(false)))));
                        })));
        buttons.addClassName("preau-form-actions");
        Div both = new Div(new Paragraph(text(key + ".what")), buttons);
        both.addClassName("preau-act");
        return both;
    }

    private Structure chosen(Select<Structure> where, TextField code) {
        String typed = code.getValue().strip();
        if (typed.isEmpty()) {
            return where.getValue();
        }
        // A slip in the code must not end up at everybody's expense.
        return desk.structures
                .byCode(typed)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "school.unknown", typed));
    }

    private static Set<Profile> profiles(Select<Profile> profile) {
        return profile.isEmpty() ? Set.of() : Set.of(profile.getValue());
    }
}
