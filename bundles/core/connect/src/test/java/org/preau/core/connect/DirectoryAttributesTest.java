package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.signin.PortalSession;

class DirectoryAttributesTest {
    private static final List<String> ALL =
            Arrays.stream(SdetAttribute.values()).map(SdetAttribute::sdetName).toList();

    private final ConnectWorld world = new ConnectWorld();
    private final PortalSession pupil = world.sessions.signIn("zoe", Profile.STUDENT, world.school);

    @Test
    @Requirement("3113-5")
    void knowsAPupilAsTheDirectoryDoes() {
        world.people.know(pupil);

        assertThat(world.attributes.values(pupil, ALL))
                .containsEntry("ENTPersonNom", List.of("Family-zoe"))
                .containsEntry("ENTPersonPrenom", List.of("Given-zoe"))
                .containsEntry("ENTPersonDateNaissance", List.of("01/02/2018"))
                .containsEntry("ENTPersonMail", List.of("zoe@mail.example"))
                .containsEntry("ENTEleveNiveau", List.of("CE1"))
                .containsEntry("ENTEleveClasses", List.of("0240001A$CE1"))
                .containsEntry("ENTAuxEnsClasses", List.of())
                .containsEntry("ENTPersonProfils", List.of("National_elv"))
                .containsEntry("ENTPersonStructRattachUAI", List.of("0240001A"))
                .containsEntry("ENTStructureNomCourant", List.of(world.school.name()))
                .containsEntry("idENT", List.of("ent-24"));
    }

    @Test
    void givesNoValueWhereTheDirectoryHasNone() {
        world.people.know(pupil, "");

        assertThat(world.attributes.values(pupil, List.of("ENTPersonMail")))
                .isEqualTo(Map.of("ENTPersonMail", List.of()));
    }

    @Test
    void givesNothingByNamesItDoesNotKnow() {
        world.people.know(pupil);

        assertThat(world.attributes.values(pupil, List.of("ENTEleveINE", "ENTPersonJointure", "entpersonnom", "")))
                .allSatisfy((name, values) -> assertThat(values).isEmpty());
    }

    @Test
    void knowsTheContextOnlyWithoutTheDirectory() {
        world.attributes.people = null;

        assertThat(world.attributes.values(pupil, List.of("ENTPersonNom", "ENTPersonProfils")))
                .containsEntry("ENTPersonNom", List.of())
                .containsEntry("ENTPersonProfils", List.of("National_elv"));
    }

    @Test
    void tellsClassesOfTheSchoolOfTheContextOnly() {
        world.people.know(pupil);
        PortalSession elsewhere = world.sessions.switchTo(
                pupil.id(),
                new PortalSession.Context(
                        Profile.STUDENT,
                        world.otherSchool.id(),
                        world.otherSchool.name(),
                        world.otherSchool.code(),
                        null));

        assertThat(world.attributes.values(elsewhere, List.of("ENTEleveClasses")))
                .containsEntry("ENTEleveClasses", List.of());
    }
}
