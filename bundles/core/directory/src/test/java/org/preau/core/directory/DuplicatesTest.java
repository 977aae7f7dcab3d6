package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessReason;
import org.preau.api.directory.identity.LikenessState;
import org.preau.core.directory.identity.SqlIdentities;

class DuplicatesTest {
    private World world;

    @BeforeEach
    void open() {
        world = new World();
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    @Requirement({"612A", "621C"})
    void proposesAPupilKnownTwiceAndTellsWhy() {
        world.guardian("30", "Séverine", "CARADEC", "1988-11-29", "", "")
                .pupil("10", "Rémi", "CARADEC", "2020-02-28", "213119561XD", "30")
                .pupil("11", "Remi", "Caradec", "2020-02-28", "", "30")
                .feed();
        assertThat(world.proposed()).singleElement().satisfies(each -> {
            assertThat(each.score()).isEqualTo(100);
            assertThat(each.reasons())
                    .containsExactlyInAnyOrder(
                            LikenessReason.SAME_NAME,
                            LikenessReason.SAME_BIRTH_DATE,
                            LikenessReason.SHARED_FAMILY,
                            LikenessReason.SHARED_SCHOOL);
            assertThat(each.a().classes()).containsExactly("CE1");
            assertThat(each.a().sources()).singleElement().satisfies(label -> assertThat(label.fr())
                    .isEqualTo("AAF 24"));
        });
    }

    @Test
    @Requirement("612A")
    void countsThePairsOfEverySchoolInOneQuery() {
        world.guardian("30", "Séverine", "CARADEC", "1988-11-29", "", "")
                .pupilOf("1", "10", "Rémi", "CARADEC", "2020-02-28", "213119561XD", "30")
                .pupilOf("2", "11", "Remi", "Caradec", "2020-02-28", "", "30")
                .feed();
        assertThat(world.proposed()).hasSize(1);
        ExplainingTx counted = new ExplainingTx(world.schools.tx);
        SqlIdentities identities = world.identities(counted);
        assertThat(identities.proposedByStructure())
                .containsOnly(
                        Map.entry(world.schools.structure(TestRecords.OAKS), 1),
                        Map.entry(world.schools.structure(TestRecords.ELMS), 1));
        assertThat(counted.taken()).hasSize(1);
    }

    @Test
    @Requirement("621C")
    void leavesHomonymsTwinsAndHalfSiblingsAlone() {
        world.guardian("30", "Anne", "ROY", "1988-01-01", "a@post.example.net", "0600000000")
                .guardian("31", "Marc", "ROY", "1988-01-01", "a@post.example.net", "0600000000")
                .pupil("10", "Lina", "ROY", "2019-05-05", "1A", "30", "31")
                .pupil("11", "Lila", "ROY", "2019-05-05", "2B", "30", "31")
                .pupil("12", "Léa", "ROY", "2019-05-05", "", "30", "31")
                .pupil("13", "Manon", "CASANOVA", "2020-07-30", "3C", "30")
                .pupil("14", "Manon", "CASANOVA", "2021-03-11", "4D", "30")
                .pupil("15", "Paul", "PETIT", "2019-01-01", "5E", "30")
                .pupil("16", "Paul", "PETIT", "2019-01-01", "6F", "30")
                .feed();
        assertThat(world.proposed()).isEmpty();
    }

    @Test
    @Requirement("621C")
    void seesThroughAccentsOrderCompoundsAndBirthNames() {
        world.pupil("90", "Zoé", "AUTRE", "2019-01-01", "9Z", "30", "31", "32", "33", "34", "35", "36", "37")
                .guardian("30", "Jean", "PAUL", "1980-01-01", "", "")
                .guardian("31", "Paul", "JEAN", "1980-01-01", "", "")
                .guardian("32", "Hélène", "D'AMICO", "1981-01-01", "", "")
                .guardian("33", "Helene", "DAMICO", "1981-01-01", "", "")
                .guardian("34", "Marie", "DURAND-MARTIN", "1982-01-01", "", "")
                .guardian("35", "Marie", "DURAND", "1982-01-01", "", "")
                .guardian("36", "Agnès", "HUET", "LEBON", "1983-01-01", "", "")
                .guardian("37", "Agnès", "LEBON", "1983-01-01", "", "")
                .feed();
        assertThat(world.alike("30", "31")).isTrue();
        assertThat(world.alike("32", "33")).isTrue();
        assertThat(world.alike("34", "35")).isTrue();
        assertThat(world.alike("36", "37")).isTrue();
        assertThat(world.proposed()).hasSize(4);
    }

    @Test
    @Requirement("621C")
    void proposesAGuardianKnownToTwoAcademiesByMailOrTelephone() {
        world.pupil("10", "Léo", "BLANC", "2019-01-01", "1A", "30")
                .guardian("30", "Eva", "BLANC", null, "eva@post.example.net", "06 39 98 10 33")
                .teacher("50", "Eva", "BLANC", null, "e.blanc@ac-creteil.example.org", "1")
                .feed();
        world.people.clear();
        world.guardian("77", "Éva", "Blanc", null, "EVA@post.example.net", "+33639981033")
                .pupilOf("9", "76", "Mia", "BLANC", "2016-01-01", "2B", "77")
                .people
                .add(0, TestRecords.school("9", "0780009Z", "Les Pins"));
        world.feed("25");
        assertThat(world.alike("30", "77")).isTrue();
    }

    @Test
    void proposesAPupilWhoseIneCameBackInAnotherAcademy() {
        world.pupil("10", "Léo", "BLANC", "2019-01-01", "1A").feed();
        world.people.clear();
        world.pupilOf("9", "76", "Léon", "BLANC", null, "1A")
                .people
                .add(0, TestRecords.school("9", "0780009Z", "Les Pins"));
        world.feed("25");
        assertThat(world.alike("10", "76")).isTrue();
    }

    @Test
    @Requirement("621C")
    void forgetsWhatIsNoLongerSoAndKeepsWhatWasDecided() {
        world.pupil("10", "Rémi", "CARADEC", "2020-02-28", "1A")
                .pupil("11", "Rémi", "CARADEC", "2020-02-28", "")
                .pupil("12", "Ali", "BEN", "2020-02-28", "2B")
                .pupil("13", "Ali", "BEN", "2020-02-28", "")
                .feed();
        assertThat(world.proposed()).hasSize(2);
        world.identities.setApart(Subject.SYSTEM, world.person("10"), world.person("11"));
        world.update("update directory.person set birth_date = '2018-01-01' where id = ?", world.person("12"));
        assertThat(world.proposed()).isEmpty();
        assertThat(world.identities
                        .likenesses(Subject.SYSTEM, Optional.empty(), LikenessState.APART, PageRequest.first(9))
                        .total())
                .isEqualTo(1);
        world.identities.reopen(Subject.SYSTEM, world.person("11"), world.person("10"));
        assertThat(world.proposed()).hasSize(1);
        assertThat(world.schools.audited).contains("person.apart");
    }

    @Test
    @Requirement({"621C", "621E"})
    void showsAHeadTheDuplicatesOfHisSchoolOnly() {
        world.teacher("50", "Luc", "ROSE", "1970-01-01", "", "1")
                .pupil("10", "Rémi", "CARADEC", "2020-02-28", "1A")
                .pupil("11", "Rémi", "CARADEC", "2020-02-28", "")
                .pupilOf("2", "12", "Ali", "BEN", "2020-02-28", "2B")
                .pupilOf("2", "13", "Ali", "BEN", "2020-02-28", "")
                .feed();
        world.proposed();
        Subject head = world.schools.viewer("50", Profile.HEAD);
        UUID oaks = world.schools.structure(TestRecords.OAKS);
        world.authorisation.give(head, oaks);
        assertThat(world.identities.find(head, Optional.of(oaks))).isEqualTo(1);
        assertThat(world.identities
                        .likenesses(head, Optional.empty(), LikenessState.PROPOSED, PageRequest.first(9))
                        .items())
                .singleElement()
                .extracting(Likeness::a)
                .satisfies(person -> assertThat(person.lastName()).isEqualTo("CARADEC"));
        assertThatThrownBy(() -> world.identities.merge(head, world.person("12"), world.person("13")))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> world.identities.find(head, Optional.of(world.schools.structure(TestRecords.ELMS))))
                .isInstanceOf(PortalException.class);
    }
}
