package org.preau.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.AuditDetails;
import org.preau.api.audit.AuditEntry;
import org.preau.api.audit.AuditQuery;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("71E")
class SqlAuditTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Subject TEACHER = new Subject(Ids.next(), Ids.next(), Profile.TEACHER, Ids.next());
    private static TestDatabase database;

    private static Tx tx;
    private static SqlAudit audit;

    @BeforeAll
    static void openUnit() {
        database = TestDatabase.create();
        tx = database.tx(new AuditUnit());
        audit = new SqlAudit(tx, Clock.fixed(NOW, ZoneOffset.UTC), new UUID(0, 1));
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void keepsWhoDidWhatWhenToWhat() {
        audit.record(TEACHER, "keeps.release", "connector:elea", Map.of("category", "3", "élève", "l'\"un\" {,}"));
        AuditEntry entry =
                audit.latest("keeps.release", PageRequest.first(1)).items().get(0);
        assertThat(entry.at()).isEqualTo(NOW);
        assertThat(entry.accountId()).isEqualTo(TEACHER.accountId());
        assertThat(entry.target()).isEqualTo("connector:elea");
        assertThat(entry.details()).isEqualTo(Map.of("category", "3", "élève", "l'\"un\" {,}"));
    }

    @Test
    void thePortalItselfHasNoAccount() {
        audit.record(Subject.SYSTEM, "system.start", "node:1", Map.of());
        AuditEntry entry = audit.latest("system.", PageRequest.first(1)).items().get(0);
        assertThat(entry.accountId()).isNull();
        assertThat(entry.details()).isEmpty();
    }

    @Test
    void givesTheLatestFirstByActionFamilyOrAllPagedWithTheTotal() {
        for (int i = 0; i < 3; i++) {
            audit.record(TEACHER, "paged.release", "connector:c" + i, Map.of());
            audit.record(TEACHER, "paged.refuse", "connector:c" + i, Map.of());
            audit.record(TEACHER, "pagedelse.release", "connector:c" + i, Map.of());
        }
        Page<AuditEntry> family = audit.latest("paged.", new PageRequest(0, 4));
        assertThat(family.total()).isEqualTo(6);
        assertThat(targets(family)).containsExactly("connector:c2", "connector:c2", "connector:c1", "connector:c1");
        assertThat(targets(audit.latest("paged.", new PageRequest(4, 4))))
                .containsExactly("connector:c0", "connector:c0");
        assertThat(audit.latest("paged.release", PageRequest.first(10)).total()).isEqualTo(3);
        assertThat(audit.latest("", PageRequest.first(1)).items().get(0).action())
                .isEqualTo("pagedelse.release");
    }

    @Test
    void standsOrFallsWithTheAct() {
        UUID id = Ids.next();
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    audit.record(TEACHER, "act.fails", "thing:" + id, Map.of());
                    throw new IllegalArgumentException("the act fails");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(audit.latest("act.fails", PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void refusesToChangeDeleteOrEmptyTheTrail() {
        audit.record(TEACHER, "kept.forever", "thing:1", Map.of());
        for (String sql :
                List.of("update audit.entry set action = 'other'", "delete from audit.entry", "truncate audit.entry")) {
            assertThatThrownBy(() -> tx.writeSql(
                            connection -> connection.createStatement().execute(sql)))
                    .isInstanceOf(PortalException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(audit.latest("kept.forever", PageRequest.first(1)).total()).isEqualTo(1);
    }

    @Test
    void anIndexServesEachKindOfLook() {
        List<AuditQuery> looks = List.of(
                AuditQuery.ALL,
                AuditQuery.ALL.action("paged."),
                AuditQuery.ALL.action("paged.release"),
                AuditQuery.ALL.target("account:" + new UUID(0, 1)),
                AuditQuery.ALL.between(NOW, NOW.plusSeconds(60)));
        for (AuditQuery look : looks) {
            EntryFilter filter = EntryFilter.of(look, NOW);
            String plan = tx.readSql(connection -> {
                connection
                        .createStatement()
                        .execute(
                                "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off");
                StringBuilder lines = new StringBuilder();
                try (PreparedStatement explain = connection.prepareStatement("explain select * from audit.entry where "
                        + filter.condition() + " order by " + filter.order() + " limit 50")) {
                    filter.bind(explain);
                    ResultSet rows = explain.executeQuery();
                    while (rows.next()) {
                        lines.append(rows.getString(1)).append('\n');
                    }
                }
                return lines.toString();
            });
            assertThat(plan).contains("Index").doesNotContain("Sort");
        }
    }

    @Test
    void findsByAccountTargetTimeAndText() {
        UUID other = Ids.next();
        audit.record(TEACHER, "found.by", "account:" + other, Map.of("école", "Jules 100% Ferry"));
        audit.record(TEACHER, "found.by", "news:7", AuditDetails.NONE.change("title", "Avant", "Après"));
        audit.record(
                TEACHER, "found.by", "news:8", AuditDetails.NONE.personal(TEACHER.personId(), "address", "192.0.2.7"));
        assertThat(found(AuditQuery.ALL.account(other))).containsExactly("account:" + other);
        assertThat(found(AuditQuery.ALL.action("found.by").target("news:"))).containsExactly("news:8", "news:7");
        assertThat(found(AuditQuery.ALL.text("ferry"))).containsExactly("account:" + other);
        assertThat(found(AuditQuery.ALL.text("100%"))).containsExactly("account:" + other);
        assertThat(found(AuditQuery.ALL.text("10_%"))).isEmpty();
        assertThat(found(AuditQuery.ALL.text("après"))).containsExactly("news:7");
        assertThat(found(AuditQuery.ALL.text("192.0.2.7"))).containsExactly("news:8");
        assertThat(found(AuditQuery.ALL.action("found.by").between(NOW.plusSeconds(1), null)))
                .isEmpty();
    }

    @Test
    void keepsWhatWasBeforeAndAfter() {
        audit.record(
                TEACHER,
                "changes.value",
                "toggle:1",
                AuditDetails.of(Map.of("scope", "s"))
                        .change("on", true, false)
                        .change("same", 1, 1)
                        .change("until", null, "x"));
        AuditEntry entry =
                audit.latest("changes.", PageRequest.first(1)).items().get(0);
        assertThat(entry.before()).isEqualTo(Map.of("on", "true"));
        assertThat(entry.after()).isEqualTo(Map.of("on", "false", "until", "x"));
        assertThat(entry.details()).isEqualTo(Map.of("scope", "s"));
    }

    @Test
    @Requirement("71C")
    void erasesWhatIsPersonalAndSaysSo() {
        Subject pupil = new Subject(Ids.next(), Ids.next(), Profile.TEACHER, null);
        audit.record(
                pupil, "erased.sign", "thing:1", AuditDetails.NONE.personal(pupil.personId(), "login", "lea.martin"));
        assertThat(latest("erased.sign").details()).isEqualTo(Map.of("login", "lea.martin"));
        assertThat(audit.erasePerson(pupil.personId())).isEqualTo(1);
        assertThat(latest("erased.sign").details()).isEqualTo(Map.of("login", AuditEntry.ERASED));
        assertThat(latest("audit.erase").target()).isEqualTo("person:" + pupil.personId());
        assertThat(audit.erasePerson(pupil.personId())).isZero();
    }

    private static AuditEntry latest(String action) {
        return audit.latest(action, PageRequest.first(1)).items().get(0);
    }

    private static List<String> found(AuditQuery query) {
        return targets(audit.find(query, PageRequest.first(10)));
    }

    private static List<String> targets(Page<AuditEntry> page) {
        return page.items().stream().map(AuditEntry::target).toList();
    }
}
