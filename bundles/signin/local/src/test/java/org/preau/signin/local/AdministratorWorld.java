package org.preau.signin.local;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.Exchange;

/** The counter of a small school with one administrator who has a password, and needs more than that. */
abstract class AdministratorWorld extends LocalSchoolWorld {
    Counter counter;
    Account admin;

    @BeforeEach
    void wire() {
        admin = school.account("ada.martinez", Profile.ACADEMY, AccountState.ACTIVE);
        counter = administered(Map.of());
    }

    /** A counter that knows the password and the grant of the administrator. */
    Counter administered(Map<String, Object> settings) {
        Counter made = counter(settings);
        made.passwords.set(Subject.SYSTEM, admin.id(), GOOD);
        made.grants.add(new Grant(UUID.randomUUID(), admin.id(), Role.ADM, school.school.id(), null));
        return made;
    }

    /** Sends the form of a page of the second factor. */
    Exchange post(Exchange browser, String path, String act, String code) throws IOException {
        return counter.send(Exchange.post(path)
                .after(browser)
                .parameter("csrf", "ours")
                .parameter("act", act)
                .parameter("code", code));
    }

    /** The administrator, signed in. */
    PortalSession session() {
        return new PortalSession(
                UUID.randomUUID(),
                admin.id(),
                admin.personId(),
                admin.login(),
                "Ada",
                "Martinez",
                "local",
                clock.instant(),
                new PortalSession.Context(Profile.ACADEMY, school.school.id(), "École", "0770001A", null));
    }
}
