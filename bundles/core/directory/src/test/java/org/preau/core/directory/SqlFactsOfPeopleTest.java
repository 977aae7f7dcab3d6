package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Child;
import org.preau.api.directory.PersonFacts;
import org.preau.api.directory.PersonFacts.InClass;

class SqlFactsOfPeopleTest {
    private static TestSchools schools;
    private static SqlFactsOfPeople facts;

    @BeforeAll
    static void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
        facts = new SqlFactsOfPeople(schools.tx);
    }

    @AfterAll
    static void drop() {
        schools.close();
    }

    @Test
    void tellsAPupilsFactsWithHisClass() {
        PersonFacts zoe = facts.of(schools.person("10")).orElseThrow();

        assertThat(zoe.lastName()).isEqualTo("L'ŒUVRÉ");
        assertThat(zoe.firstName()).isEqualTo("Zoë");
        assertThat(zoe.classes())
                .containsExactly(new InClass(schools.structure(TestRecords.OAKS), "CE1 A", Profile.STUDENT, false));
    }

    @Test
    void tellsNothingOfChildrenAmongAGuardiansClasses() {
        assertThat(facts.of(schools.person("30")).orElseThrow().classes()).isEmpty();
    }

    @Test
    void knowsNobodyByAnUnknownId() {
        assertThat(facts.of(UUID.randomUUID())).isEmpty();
    }

    @Test
    @Requirement("3113-5")
    void givesAGuardianTheChildrenHeAnswersForByLaw() {
        assertThat(facts.legalChildrenOf(schools.person("30")))
                .extracting(Child::firstName)
                .containsExactlyInAnyOrder("Zoë", "Noé");
        assertThat(facts.legalChildrenOf(schools.person("31")))
                .as("Tom is linked by a code that is no legal one")
                .extracting(Child::firstName)
                .containsExactly("Ali");
    }
}
