package org.preau.sso.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;

/** Who is listed to a tool. */
class MembersTest extends LtiServicesWorld {
    private static final String MEMBERS = "/sso/lti/services/members/tool/0240001A";

    @Test
    @Requirement("3113-3")
    void listsThoseWhoCameThemselvesByIdentifierAndRoleOnly() throws Exception {
        PortalSession neverThere = world.portal.sessions.signIn("li.chen", Profile.STUDENT, world.portal.school);
        world.portal.directory.join(neverThere);
        String sub = world.launch(world.pupil).getSubject();

        HttpResponse<String> answer = get(MEMBERS, token(ServiceScope.MEMBERS));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/vnd.ims.lti-nrps.v2.membershipcontainer+json"));
        List<?> members = (List<?>) JSONObjectUtils.parse(answer.body()).get("members");
        assertThat(members).anySatisfy(each -> {
            Map<?, ?> member = (Map<?, ?>) each;
            assertThat(member.get("user_id")).isEqualTo(sub);
            assertThat(member.keySet()).isEqualTo(java.util.Set.of("status", "user_id", "roles"));
        });
        assertThat(answer.body()).doesNotContain("zoe", "martin", "Given", "Family");
        assertThat(members.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void whoHasLeftTheSchoolIsListedNoMore() throws Exception {
        PortalSession leaver = world.portal.sessions.signIn("tom.petit", Profile.STUDENT, world.portal.school);
        world.portal.directory.join(leaver);
        String sub = world.launch(leaver).getSubject();
        String token = token(ServiceScope.MEMBERS);
        assertThat(get(MEMBERS, token).body()).contains(sub);

        world.portal.directory.leave(leaver);

        assertThat(get(MEMBERS, token).body()).doesNotContain(sub);
    }

    /** Tools seldom follow links of empty pages (ltijs stops after those it was told to read): people who never came make no empty page. */
    @Test
    void readsOnUntilAPageHasMembers() throws Exception {
        String pupil = world.launch(world.pupil).getSubject();
        String teacher = world.launch(world.teacher).getSubject();
        String token = token(ServiceScope.MEMBERS);

        assertThat(get(MEMBERS + "?limit=1&role=Instructor", token).body()).contains(teacher);
        assertThat(get(MEMBERS + "?limit=1&role=Learner", token).body()).contains(pupil);
    }

    @Test
    void listsBySmallPagesAndByRole() throws Exception {
        String pupil = world.launch(world.pupil).getSubject();
        String teacher = world.launch(world.teacher).getSubject();
        String token = token(ServiceScope.MEMBERS);

        HttpResponse<String> first = get(MEMBERS + "?limit=1", token);

        assertThat(first.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("limit=1&from=1", "rel=\"next\""));
        assertThat(get(MEMBERS + "?role=Instructor", token).body())
                .contains(teacher)
                .doesNotContain(pupil);
        assertThat(get(MEMBERS + "?limit=x", token).statusCode()).isEqualTo(400);
        assertThat(get(MEMBERS + "?rlid=tool-1", token).statusCode()).isEqualTo(400);
    }

    @Test
    void seesNothingOfOtherToolsAndSchools() throws Exception {
        String token = token(ServiceScope.MEMBERS);

        assertThat(get("/sso/lti/services/members/other/0240001A", token).statusCode())
                .isEqualTo(404);
        assertThat(get("/sso/lti/services/members/tool/9990001Z", token).statusCode())
                .isEqualTo(404);
        assertThat(get("/sso/lti/services/members/tool/0240002B", token).body()).contains("\"members\":[]");
        world.portal.toggles.switchOff("connector:other");
        String others = token("other", ServiceScope.MEMBERS);
        assertThat(get("/sso/lti/services/members/other/0240001A", others).statusCode())
                .isEqualTo(404);
        assertThat(get(MEMBERS, null).statusCode()).isEqualTo(401);
        assertThat(get(MEMBERS, "lti-guessed").statusCode()).isEqualTo(401);
        assertThat(get(MEMBERS, token(ServiceScope.SCORE)).statusCode()).isEqualTo(403);
        assertThat(world.recorded.refused).anyMatch(note -> note.startsWith("tool members "));
    }
}
