package org.preau.core.notification;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.http.PublicAddress;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;
import org.preau.api.notification.Telephones;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is urgent, by short message to who gave a telephone and has not muted the category: what and where, never who. */
@Component(service = ShortMessages.class)
public final class ShortMessages {
    private static final Logger log = LoggerFactory.getLogger(ShortMessages.class);
    private static final Texts TEXTS = Texts.of(ShortMessages.class);
    private static final int MOST = 20_000;
    private static final int LONGEST = 160;

    private final Tx tx;
    private final Reader.Desk readers;
    private final Accounts accounts;
    private final PublicAddress address;
    private final Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Telephones telephones;

    /** Made by the portal. */
    @Activate
    public ShortMessages(
            @Reference(target = NotificationUnit.TARGET) Tx tx,
            @Reference Reader.Desk readers,
            @Reference Accounts accounts,
            @Reference PublicAddress address,
            @Reference Outbox outbox) {
        this.tx = tx;
        this.readers = readers;
        this.accounts = accounts;
        this.address = address;
        this.outbox = outbox;
    }

    /** For tests: to these telephones. */
    ShortMessages to(Telephones known) {
        telephones = known;
        return this;
    }

    /** Tells who is concerned; a message that does not leave is left out, the rest goes. */
    void relay(Due due) {
        Telephones known = telephones;
        if (known == null || !outbox.possible(Kind.SMS)) {
            return;
        }
        Set<UUID> told = new HashSet<>(known.accounts(MOST));
        told.remove(due.author());
        if (told.isEmpty()) {
            return;
        }
        told.removeAll(Set.copyOf(tx.readSql(connection -> Rows.list(
                connection,
                "select account_id from notification.choice where category = ? and not in_portal",
                row -> Rows.uuid(row, "account_id"),
                due.category()))));
        String text = text(due);
        told.stream().filter(account -> concerned(due, account)).forEach(account -> known.of(account)
                .ifPresent(number -> send(number, text)));
    }

    private boolean concerned(Due due, UUID accountId) {
        Account account = accounts.byId(accountId).orElse(null);
        return account != null
                && account.profile() != Profile.STUDENT
                && account.state() == AccountState.ACTIVE
                && due.concerns(account, readers.of(account.personId()));
    }

    /** The address whole, the title as much as fits. */
    private String text(Due due) {
        String where = address.absolute(due.path());
        String text = TEXTS.text(Locale.FRENCH, "sms.text", due.titleFr(), where);
        int tooMuch = text.length() - LONGEST;
        if (tooMuch <= 0) {
            return text;
        }
        int left = due.titleFr().length() - tooMuch - 1;
        String title = left > 0 ? due.titleFr().substring(0, left).strip() + "…" : "";
        String shorter = TEXTS.text(Locale.FRENCH, "sms.text", title, where);
        return shorter.length() <= LONGEST ? shorter : TEXTS.text(Locale.FRENCH, "sms.short", address.absolute("/"));
    }

    private void send(String number, String text) {
        try {
            outbox.send(Kind.SMS, new Message(number, "", text));
        } catch (PortalException e) {
            log.warn("an urgent notification was not sent as a short message: {}", e.code());
        }
    }
}
