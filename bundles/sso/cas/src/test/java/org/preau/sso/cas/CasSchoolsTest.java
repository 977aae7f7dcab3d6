package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectWorld;

/** A user who has the service in several schools says in which he goes there: one UAI leaves. */
class CasSchoolsTest {
    private static final String SERVICE = CasWorld.SERVICE;
    private final CasWorld world = new CasWorld();
    private final PortalSession teacher = world.portal.sessions.signIn("ana.roy", Profile.TEACHER, world.portal.school);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Requirement("3113-3")
    void asksOnceInWhichOfSeveralSchools() {
        world.portal.sessions.alsoIn(teacher, Profile.TEACHER, world.portal.otherSchool);

        String question = CasWorld.location(world.login(SERVICE, teacher));
        assertThat(question).startsWith("/connect/school/quiz?back=%2Fsso%2Fcas%2Flogin%3Fservice%3D");
        HttpResponse<String> page = world.choicePage.get(question, teacher);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("page school", world.portal.school.name(), world.portal.otherSchool.name());

        HttpResponse<String> chosen = world.choicePage.send(
                "POST", question + "&school=" + world.portal.otherSchool.id() + ".TEACHER", teacher);
        assertThat(CasWorld.location(chosen)).isEqualTo("/sso/cas/login?service=" + CasWorld.encoded(SERVICE));

        String ticket =
                CasWorld.location(world.login(SERVICE, teacher)).replaceFirst(".*ticket=(ST-[0-9a-f]+).*", "$1");
        assertThat(world.validate("/p3/serviceValidate", SERVICE, ticket))
                .contains(world.portal.otherSchool.code())
                .doesNotContain(world.portal.school.code());
        assertThat(CasWorld.location(world.login(SERVICE, teacher))).contains("ticket=ST-");
    }

    @Test
    void asksWhoIsNowInASchoolThatDoesNotHaveTheService() {
        world.portal.write(
                "org.preau.connector~quiz.cfg",
                ConnectWorld.file("audience.structures", world.portal.otherSchool.code()));
        world.portal.sessions.alsoIn(teacher, Profile.TEACHER, world.portal.otherSchool);

        assertThat(CasWorld.location(world.login(SERVICE, teacher))).startsWith("/connect/school/quiz");
    }

    @Test
    void refusesASchoolThatIsNotInTheChoice() {
        world.portal.sessions.alsoIn(teacher, Profile.TEACHER, world.portal.otherSchool);
        String question = CasWorld.location(world.login(SERVICE, teacher));

        HttpResponse<String> answer =
                world.choicePage.send("POST", question + "&school=" + world.portal.academy.id() + ".TEACHER", teacher);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(world.choicePage.get("/connect/school/nothing", teacher).statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksNobodyWithOneSchoolNorWhoComesFromHisTile() {
        assertThat(CasWorld.location(world.login(SERVICE, teacher))).contains("ticket=ST-");
        world.portal.sessions.alsoIn(teacher, Profile.TEACHER, world.portal.otherSchool);
        world.choice.startsHere(teacher, world.portal.catalogue.byId("quiz").orElseThrow());

        assertThat(CasWorld.location(world.login(SERVICE, teacher))).contains("ticket=ST-");
    }
}
