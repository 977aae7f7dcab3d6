package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonFile;
import org.preau.api.directory.identity.PersonLine;

class PeopleTest {
    private static World world;

    @BeforeAll
    static void open() {
        world = new World();
        world.pupil("10", "Zoë", "ŒUVRÉ", "2019-01-01", "1A", "30")
                .pupilOf("2", "11", "Noé", "ŒUVRÉ", "2017-01-01", "2B", "30")
                .guardian("30", "Anne", "ŒUVRÉ", "1985-01-01", "a@post.example.net", "")
                .teacher("50", "Luc", "ROSE", "1970-01-01", "l@ac.example", "1")
                .teacher("51", "Ida", "AZUR", "1971-01-01", "i@ac.example", "2")
                .feed();
        world.schools.accounts.activate(
                world.schools.accounts.ofPerson(world.person("51")).get(0).id());
    }

    @AfterAll
    static void drop() {
        world.close();
    }

    @Test
    @Requirement("612C")
    void filtersSortsAndCounts() {
        assertThat(names(PeopleFilter.ALL)).containsExactly("AZUR", "ŒUVRÉ", "ŒUVRÉ", "ŒUVRÉ", "ROSE");
        assertThat(names(PeopleFilter.ALL.sort(PeopleFilter.Sort.NAME, true))).startsWith("ROSE");
        assertThat(names(PeopleFilter.ALL.profiles(Set.of(Profile.TEACHER)))).containsExactly("AZUR", "ROSE");
        assertThat(names(PeopleFilter.ALL.text("oeuvre zoe"))).contains("ŒUVRÉ").doesNotContain("ROSE");
        assertThat(names(PeopleFilter.ALL.text("luc.ro"))).containsExactly("ROSE");
        assertThat(names(PeopleFilter.ALL.states(Set.of(AccountState.ACTIVE)))).containsExactly("AZUR");
        assertThat(names(PeopleFilter.ALL.source("onde"))).isEmpty();
        UUID oaks = world.schools.structure(TestRecords.OAKS);
        assertThat(names(PeopleFilter.ALL.within(oaks))).containsExactly("ŒUVRÉ", "ŒUVRÉ", "ROSE");
        UUID schoolClass = world.schools.schoolClass(TestRecords.OAKS, "CE1");
        assertThat(names(PeopleFilter.ALL.schoolClass(schoolClass))).containsExactly("ŒUVRÉ", "ŒUVRÉ");
        assertThat(names(PeopleFilter.ALL.sort(PeopleFilter.Sort.LOGIN, false))).startsWith("ŒUVRÉ");
        assertThat(names(PeopleFilter.ALL.sort(PeopleFilter.Sort.LAST_SIGN_IN, true)))
                .startsWith("AZUR");
        Page<PersonLine> page = world.administration.list(Subject.SYSTEM, PeopleFilter.ALL, new PageRequest(1, 2));
        assertThat(page.total()).isEqualTo(5);
        assertThat(page.items()).hasSize(2);
    }

    @Test
    @Requirement({"621B", "621E"})
    void showsAHeadHisSchoolWithoutKeysOfTheAaf() {
        Subject head = world.schools.viewer("50", Profile.HEAD);
        assertThat(world.administration
                        .list(head, PeopleFilter.ALL, PageRequest.first(5))
                        .total())
                .isZero();
        world.authorisation.give(head, world.schools.structure(TestRecords.OAKS));
        assertThat(world.administration
                        .list(head, PeopleFilter.ALL, PageRequest.first(5))
                        .items())
                .extracting(PersonLine::lastName)
                .containsExactly("ŒUVRÉ", "ŒUVRÉ", "ROSE");
        assertThat(world.administration.file(head, world.person("51"))).isEmpty();
        PersonFile file =
                world.administration.file(Subject.SYSTEM, world.person("30")).orElseThrow();
        assertThat(file.children()).hasSize(2);
        assertThat(file.line().profiles()).containsExactly(Profile.GUARDIAN);
        assertThat(file.line().schools()).containsExactly("Les Chênes", "Les Ormes");
        assertThat(file.line().sources()).singleElement().satisfies(source -> {
            assertThat(source.label().fr()).isEqualTo("AAF 24");
            assertThat(source.key()).isEqualTo("30");
        });
        PersonFile pupil =
                world.administration.file(Subject.SYSTEM, world.person("10")).orElseThrow();
        assertThat(pupil.guardians()).hasSize(1);
        assertThat(pupil.classes()).containsExactly("CE1 (Les Chênes)");
    }

    private static List<String> names(PeopleFilter filter) {
        return world.administration.list(Subject.SYSTEM, filter, PageRequest.first(50)).items().stream()
                .map(PersonLine::lastName)
                .toList();
    }
}
