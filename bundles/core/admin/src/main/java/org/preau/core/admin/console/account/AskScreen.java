package org.preau.core.admin.console.account;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.directory.request.AccountWish;
import org.preau.core.admin.console.Choices;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.DayField;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Asks for an account, or invites a guest at once. */
public final class AskScreen extends ConsolePage {
    private static final Texts TEXTS = Texts.of(AskScreen.class);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_REASON = 300;

    private final AccountDesk desk;
    private final TextField first = new TextField(text("first"));
    private final TextField last = new TextField(text("last"));
    private final EmailField mail = new EmailField(text("mail"));
    private final TextField reason = new TextField(text("reason"));
    private final DayField until = new DayField(text("end"));
    private final Select<Structure> where;
    private final Select<Profile> profile;

    /** The form for this user. */
    public AskScreen(AccountDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("ask"), text("ask.subtitle"));
        List<Structure> places = new ArrayList<>(desk.perimeters.of(user(), AccountRequests.ASK));
        desk.perimeters.of(user(), AccountRequests.INVITE).stream()
                .filter(each -> !places.contains(each))
                .forEach(places::add);
        where = Choices.structure(text("where"), places);
        profile = Choices.one(text("profile"), List.of(Profile.values()), this::name);
        profile.setValue(Profile.GUEST);
        if (places.isEmpty()) {
            add(new EmptyState(Picture.PEOPLE, text("ask.nowhere")));
            return;
        }
        List.of(first, last).forEach(field -> {
            field.setMaxLength(LONGEST_NAME);
            field.setRequiredIndicatorVisible(true);
        });
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        mail.setI18n(new EmailField.EmailFieldI18n().setPatternErrorMessage(text("mail.wrong")));
        FormPanel form = new FormPanel();
        form.field(first)
                .field(last)
                .field(mail)
                .field(profile)
                .field(where)
                .field(reason, text("reason.help"))
                .field(until, text("end.help"))
                .submit(text("ask.do"), () -> send(form))
                .cancel(text("cancel"), HOME + "/requests");
        add(form);
    }

    private void send(FormPanel form) {
        for (TextField field : List.of(first, last, reason)) {
            if (field.getValue().isBlank()) {
                form.error(field, text("missing", field.getLabel()));
            }
        }
        if (form.hasErrors()) {
            return;
        }
        AccountWish wish = new AccountWish(
                profile.getValue(),
                where.getValue().id(),
                first.getValue().strip(),
                last.getValue().strip(),
                mail.getValue().strip(),
                reason.getValue().strip(),
                until.getValue());
        boolean invites = profile.getValue() == Profile.GUEST
                && desk.perimeters.allows(
                        user(), AccountRequests.INVITE, where.getValue().id());
        if (invites) {
            AccountRequest made = desk.requests.invite(subject(), wish);
            Notice.info(text("invited"));
            view().navigate(desk.fileOf(made.accountId()).orElse("requests"));
        } else {
            desk.requests.ask(subject(), wish);
            Notice.info(text("asked.done"));
            view().navigate("requests");
        }
    }
}
