package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadSource;
import org.preau.core.directory.identity.SameGuardians;

/** A guardian with a child at the école and one at the collège has one account. */
@Requirement("621C")
class SameGuardiansTest {
    private static final String MAIL = "anne@post.example.net";

    private World world;
    private SameGuardians guardians;

    @BeforeEach
    void open() {
        world = new World();
        guardians = new SameGuardians(world.schools.tx, world.identities);
        world.guardian("30", "Anne", "BLANC", null, MAIL, "")
                .guardian("31", "Luc", "BLANC", null, "luc@post.example.net", "")
                .pupil("10", "Zoé", "BLANC", "2016-03-04", "INE10", "30", "31")
                .feed();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void makesOneOfAGuardianWhomTwoFeedsBringWithTheSameNamesMailAndChild() {
        UUID anne = world.person("30");
        collegeWith(guardian("930", "Anne", "Blanc", MAIL.toUpperCase(java.util.Locale.ROOT)), "10");
        assertThat(world.person("930")).isNotEqualTo(anne);
        assertThat(guardians.unite()).isEqualTo(1);
        assertThat(world.person("930")).isEqualTo(anne);
        assertThat(world.schools.accounts.ofPerson(anne)).hasSize(1);
        assertThat(guardians.unite()).isZero();
    }

    @Test
    void aMergeThatSomebodyTakesBackStaysTakenBack() {
        collegeWith(guardian("930", "Anne", "BLANC", MAIL), "10");
        guardians.unite();
        Merge merge = world.identities
                .merges(Subject.SYSTEM, Optional.empty(), PageRequest.first(9))
                .items()
                .get(0);
        assertThat(merge.by()).isNull();
        world.identities.undo(Subject.SYSTEM, merge.id());
        assertThat(world.person("930")).isNotEqualTo(world.person("30"));
        assertThat(guardians.unite()).isZero();
    }

    @Test
    void leavesToPeopleWhatIsLessSure() {
        collegeWith(guardian("930", "Anne", "BLANC", "other@post.example.net"), "10");
        assertThat(guardians.unite()).describedAs("another mail").isZero();
        collegeWith(guardian("930", "Anna", "BLANC", MAIL), "10");
        assertThat(guardians.unite()).describedAs("another name").isZero();
        collegeWith(guardian("930", "Anne", "BLANC", MAIL), "90");
        assertThat(guardians.unite()).describedAs("another link").isZero();
        assertThat(world.alike("30", "930")).isTrue();
    }

    @Test
    void choosesNobodyAmongSeveralOfOneFeed() {
        world.guardian("32", "Anne", "BLANC", null, MAIL, "");
        world.people.removeIf(record -> record.key().equals("10"));
        world.pupil("10", "Zoé", "BLANC", "2016-03-04", "INE10", "30", "32").feed();
        collegeWith(guardian("930", "Anne", "BLANC", MAIL), "10");
        assertThat(guardians.unite()).isZero();
    }

    @Test
    void leavesTwoAccountsInUseToPeople() {
        collegeWith(guardian("930", "Anne", "BLANC", MAIL), "10");
        for (String key : List.of("30", "930")) {
            world.schools.accounts.activate(
                    world.schools.accounts.ofPerson(world.person(key)).get(0).id());
        }
        assertThat(guardians.unite()).isZero();
    }

    private void collegeWith(FeedRecord guardian, String link) {
        FeedRecord.Pupil zoe = (FeedRecord.Pupil) world.people.stream()
                .filter(record -> record.key().equals("10"))
                .findFirst()
                .orElseThrow();
        LocalDate date = LocalDate.parse("2026-11-20");
        String checksum = guardian.toString() + link;
        try (DirectoryLoad load =
                world.schools.loads.open(new LoadSource("aaf2d", "24", true, date, checksum), TestSchools.FORM)) {
            load.add(TestRecords.school("7", "0771111C", "Jean Zay"));
            load.add(guardian);
            load.add(new FeedRecord.Pupil(
                    "f",
                    "910",
                    zoe.ine(),
                    zoe.names(),
                    zoe.birthDate(),
                    "",
                    List.of("7"),
                    List.of(),
                    List.of(),
                    "6E",
                    false,
                    List.of(new GuardianRef("930", link)),
                    Map.of()));
            load.apply(Leavers.all());
        }
    }

    private static FeedRecord guardian(String key, String first, String last, String mail) {
        return new FeedRecord.Guardian(
                "f",
                key,
                new Names(last, first, List.of(), "", ""),
                null,
                mail,
                Map.of(),
                "",
                "",
                "",
                "",
                false,
                List.of(),
                Map.of());
    }
}
