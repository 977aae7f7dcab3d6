package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantsChanged;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

class SqlGrantsTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static Tx tx;

    private final List<String> trail = new ArrayList<>();
    private final List<PortalEvent> published = new ArrayList<>();
    private final SqlGrants grants = new SqlGrants(tx, audit(), published::add, MONDAY);

    @BeforeAll
    static void open() {
        tx = DATABASE.tx(new AuthorisationUnit());
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void keepsAGrantUntilItIsRemoved() {
        UUID account = UUID.randomUUID();
        Grant grant = grants.add(Subject.SYSTEM, account, Role.ADM, UUID.randomUUID(), null);
        assertThat(grants.ofAccount(account)).containsExactly(grant);
        grants.remove(Subject.SYSTEM, grant.id());
        assertThat(grants.ofAccount(account)).isEmpty();
        assertThat(trail).containsExactly("grant.add", "grant.remove");
        assertThat(published).containsOnly(new GrantsChanged(account)).hasSize(2);
    }

    @Test
    void theSameGrantAgainOnlyChangesItsEnd() {
        UUID account = UUID.randomUUID();
        UUID structure = UUID.randomUUID();
        Grant first = grants.add(Subject.SYSTEM, account, Role.ADM, structure, null);
        Grant second = grants.add(Subject.SYSTEM, account, Role.ADM, structure, LocalDate.of(2027, 7, 1));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(grants.ofAccount(account))
                .singleElement()
                .extracting(Grant::until)
                .isEqualTo(LocalDate.of(2027, 7, 1));
    }

    @Test
    void aGrantHoldsThroughItsLastDayAndNoLonger() {
        UUID account = UUID.randomUUID();
        grants.add(Subject.SYSTEM, account, Role.ADML, UUID.randomUUID(), LocalDate.of(2026, 11, 23));
        assertThat(grants.ofAccount(account)).hasSize(1);
        SqlGrants tomorrow = new SqlGrants(tx, audit(), published::add, Clock.offset(MONDAY, Duration.ofDays(1)));
        assertThat(tomorrow.ofAccount(account)).isEmpty();
    }

    @Test
    void aGrantThatHasEndedAlreadyIsRefused() {
        assertThatThrownBy(() -> grants.add(
                        Subject.SYSTEM, UUID.randomUUID(), Role.ADM, UUID.randomUUID(), LocalDate.of(2026, 11, 22)))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void removingAGrantTwiceIsRefused() {
        Grant grant = grants.add(Subject.SYSTEM, UUID.randomUUID(), Role.ADMC, UUID.randomUUID(), null);
        grants.remove(Subject.SYSTEM, grant.id());
        assertThatThrownBy(() -> grants.remove(Subject.SYSTEM, grant.id())).isInstanceOf(PortalException.class);
    }

    private Audit audit() {
        return new Audit() {
            @Override
            public void record(Subject subject, String action, String target, Map<String, String> details) {
                trail.add(action);
            }

            @Override
            public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
                return new Page<>(List.of(), 0);
            }
        };
    }
}
