package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;

/** Names and roles (NRPS 2.0): of the people of a school those whom the gate lets the tool list, each by his identifier and roles. Never a name: names leave at a user's own sign-in, or not at all. */
final class MembersFlow {
    private static final String TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    /** How many pages of a school's people one request looks through at most: few of them may have come to the tool. */
    private static final int READS = 10;

    private final ReleaseGate gate;

    MembersFlow(ReleaseGate gate) {
        this.gate = gate;
    }

    void handle(HttpServletRequest request, HttpServletResponse response, Tool tool, String uai, String address)
            throws IOException, ServiceRefusal {
        if (request.getParameter("rlid") != null) {
            throw ServiceRefusal.request("rlid is not offered: every resource of a school is for all of it");
        }
        PageRequest asked = ServiceAnswers.page(request);
        String role = request.getParameter("role");
        List<Map<String, Object>> told = new ArrayList<>();
        PageRequest page = asked;
        Page<Release> members = read(tool, uai, page, role, told);
        int end = page.offset() + page.limit();
        for (int more = 1; more < READS && told.size() < asked.limit() && end < members.total(); more++) {
            page = new PageRequest(end, asked.limit() - told.size());
            members = read(tool, uai, page, role, told);
            end = page.offset() + page.limit();
        }
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("id", address);
        container.put("context", Map.of("id", uai));
        container.put("members", told);
        ServiceAnswers.next(request, response, address, new PageRequest(end - asked.limit(), asked.limit()), members);
        ServiceAnswers.write(response, TYPE, container);
    }

    private Page<Release> read(
            Tool tool, String uai, PageRequest page, @Nullable String role, List<Map<String, Object>> told)
            throws ServiceRefusal {
        Page<Release> members = gate.members(tool.connector(), uai, page)
                .orElseThrow(() -> ServiceRefusal.notFound("this tool is not offered in such a school now"));
        for (Release member : members.items()) {
            List<String> roles = Roles.of(member.attributes().getOrDefault("ENTPersonProfils", List.of()));
            if (role == null || roles.stream().anyMatch(each -> named(each, role))) {
                member.userId().ifPresent(id -> told.add(told(id, roles)));
            }
        }
        return members;
    }

    /** A role by its full name, or by the short one of the context's vocabulary. */
    private static boolean named(String role, @Nullable String wanted) {
        return role.equals(wanted) || role.equals("http://purl.imsglobal.org/vocab/lis/v2/membership#" + wanted);
    }

    private static Map<String, Object> told(String id, List<String> roles) {
        Map<String, Object> member = new LinkedHashMap<>();
        member.put("status", "Active");
        member.put("user_id", id);
        member.put("roles", roles);
        return member;
    }
}
