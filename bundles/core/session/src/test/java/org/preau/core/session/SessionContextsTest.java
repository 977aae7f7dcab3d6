package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Child;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionChanged;
import org.preau.testkit.Exchange;

/** As whom and where a user is in the portal. */
class SessionContextsTest extends SessionWorld {
    @Test
    void offersGuardianAllChildrenFirstThenEachChild() throws IOException {
        Account guardian = directory.account(Profile.GUARDIAN, AccountState.ACTIVE, directory.north, directory.south);
        Child emma = directory.child(guardian, "Emma", directory.north);
        Child paul = directory.child(guardian, "Paul", directory.south);
        PortalSession session = current(signedIn(guardian, null)).orElseThrow();

        assertThat(session.context().childId()).isNull();
        assertThat(node.sessions.contextsOf(session))
                .extracting(PortalSession.Context::childId)
                .containsExactly(null, emma.personId(), paul.personId());
    }

    @Test
    void beginsWhereUserWasLast() throws IOException {
        directory.join(teacher, directory.south, Profile.TEACHER);
        Exchange in = signedIn(teacher, null);
        PortalSession session = current(in).orElseThrow();
        PortalSession.Context south = node.sessions.contextsOf(session).get(1);

        PortalSession moved = node.sessions.switchTo(session.id(), south);

        assertThat(moved.context().uai()).isEqualTo("0770002B");
        assertThat(node.events).contains(new SessionChanged(session.id()));
        assertThat(current(in).orElseThrow().context()).isEqualTo(south);
        assertThat(current(signedIn(teacher, null)).orElseThrow().context()).isEqualTo(south);
    }

    @Test
    void refusesContextThatIsNotTheUsers() throws IOException {
        PortalSession session = current(signedIn(teacher, null)).orElseThrow();
        var foreign = new PortalSession.Context(
                Profile.HEAD, directory.south.id(), directory.south.name(), directory.south.code(), null);

        assertThatThrownBy(() -> node.sessions.switchTo(session.id(), foreign)).isInstanceOf(PortalException.class);
    }
}
