package org.preau.feeds.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedOutcome;

/** What a second archive makes of people who are there already. */
class AafHistoryTest {
    private TestPortal portal;

    @BeforeEach
    void loadBaseline() {
        portal = new TestPortal("24,25");
        assertThat(apply("baseline").outcome()).isEqualTo(FeedOutcome.ACCEPT);
    }

    @AfterEach
    void drop() {
        portal.close();
    }

    @Test
    @Requirement("611A")
    void holdsAnArchiveThatWouldRemovePeople() {
        portal.audited.clear();
        Verdict held = apply("mass-departure");
        assertThat(held.outcome()).isEqualTo(FeedOutcome.HOLD);
        assertThat(held.difference().departures()).isEqualTo(64 + 93);
        assertThat(portal.directory.totals(Optional.empty()).pupils()).isEqualTo(235);
        assertThat(portal.audited).isEmpty();
    }

    @Test
    void closesAccountsOfThoseWhoLeaveAndOpensThemWhenTheyComeBack() {
        Account pupil = account("PUPIL", gonePupil());
        portal.accounts.activate(pupil.id());
        assertThat(portal.applyAndLetGo(Expected.of("mass-departure").archive()).applied())
                .isTrue();
        assertThat(portal.directory.totals(Optional.empty()).pupils()).isEqualTo(171);
        assertThat(portal.accounts.byId(pupil.id()).orElseThrow().state()).isEqualTo(AccountState.LEAVING);
        assertThat(portal.directory.scopesOf(pupil.personId())).isEmpty();
        assertThat(portal.events).contains(new AccountStateChanged(pupil.id(), AccountState.LEAVING));
        Verdict back = apply("future-version");
        assertThat(back.difference().created()).isZero();
        assertThat(back.difference().changed()).isGreaterThanOrEqualTo(64 + 93);
        assertThat(portal.accounts.byId(pupil.id()).orElseThrow().state()).isEqualTo(AccountState.ACTIVE);
        assertThat(portal.directory.totals(Optional.empty()).pupils()).isEqualTo(235);
    }

    @Test
    void keepsARenamedClassAndWhoTeachesThere() {
        SchoolClass before = schoolClass("PS-MS A");
        UUID teacher = portal.accounts
                .ofScope(
                        Scope.structure(before.structureId()),
                        org.preau.api.base.Profile.HEAD,
                        org.preau.api.base.PageRequest.first(1))
                .items()
                .get(0)
                .personId();
        portal.directory.assignTeacher(before.id(), teacher);
        Verdict report = apply("class-renamed");
        assertThat(report.outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(report.difference().created()).isZero();
        assertThat(report.difference().departures()).isZero();
        assertThat(schoolClass("Renommée MS").id()).isEqualTo(before.id());
        assertThat(portal.directory.scopesOf(teacher))
                .anyMatch(each -> each.label().equals("Renommée MS"));
    }

    @Test
    void followsAPupilToHisNewSchoolByJointureAndByIne() {
        UUID same = person("PUPIL", "10000003");
        UUID renumbered = person("PUPIL", "10000010");
        Verdict report = apply("pupil-moved");
        assertThat(report.outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(report.difference().departures()).isZero();
        assertThat(person("PUPIL", "10000003")).isEqualTo(same);
        assertThat(person("PUPIL", "79000001")).isEqualTo(renumbered);
        UUID school = portal.structures.byCode("0939203Y").orElseThrow().id();
        for (UUID pupil : List.of(same, renumbered)) {
            assertThat(portal.directory.scopesOf(pupil))
                    .allMatch(each -> each.structureId().equals(school))
                    .isNotEmpty();
        }
        assertThat(apply("pupil-moved").difference().changed()).isZero();
    }

    @Test
    void refusesChangesInACompleteArchiveNamingTheRecord() {
        Verdict report = apply("delta-named-complete");
        assertThat(report.outcome()).isEqualTo(FeedOutcome.REJECT);
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("change-in-complete");
            assertThat(finding.file()).contains("_Complet_");
            assertThat(finding.record()).isNotEmpty();
        });
    }

    @Test
    void keepsTheSameJointureOfTwoAcademiesApart() {
        apply("two-academies-parent");
        Verdict other = apply("two-academies-parent/VERSAILLES");
        assertThat(other.outcome()).isEqualTo(FeedOutcome.ACCEPT);
        assertThat(other.difference().departures()).isZero();
        assertThat(portal.count("select count(distinct person_id) from directory.person_source where key = '10000000'"))
                .isEqualTo(2);
        assertThat(portal.directory.totals(Optional.empty()).guardians()).isEqualTo(397 + 380);
        assertThat(portal.structures.roots()).extracting("code").containsExactlyInAnyOrder("24", "25");
    }

    @Test
    void tellsListenersAndTheAuditTrail() {
        assertThat(portal.audited).containsExactly("feed.apply feed:aaf");
        assertThat(portal.events).containsExactly(new DirectoryChanged("aaf"));
    }

    private Verdict apply(String name) {
        return portal.apply(Expected.of(name).archive());
    }

    private SchoolClass schoolClass(String name) {
        UUID school = portal.structures.byCode("0939203Y").orElseThrow().id();
        return portal.directory.classesOf(school).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID person(String kind, String key) {
        return portal.tx.readSql(connection -> {
            try (var statement = connection.prepareStatement(
                    "select person_id from directory.person_source where kind = ? and key = ? and academy = '24'")) {
                statement.setString(1, kind);
                statement.setString(2, key);
                try (var rows = statement.executeQuery()) {
                    assertThat(rows.next()).describedAs("%s %s", kind, key).isTrue();
                    return rows.getObject(1, UUID.class);
                }
            }
        });
    }

    private Account account(String kind, String key) {
        return portal.accounts.ofPerson(person(kind, key)).get(0);
    }

    /** Key of a pupil with an account who is not in the archive with departures. */
    private String gonePupil() {
        assertThat(portal.check(Expected.of("mass-departure").archive()).outcome())
                .isEqualTo(FeedOutcome.HOLD);
        List<String> staying = Keys.of("mass-departure", RecordKind.PUPIL);
        return Keys.of("baseline", RecordKind.PUPIL).stream()
                .filter(key -> !staying.contains(key))
                .filter(key -> !portal.accounts.ofPerson(person("PUPIL", key)).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
