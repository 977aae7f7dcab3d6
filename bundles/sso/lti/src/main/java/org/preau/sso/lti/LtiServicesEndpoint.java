package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.oauth.ForeignKeys;
import org.preau.sso.lti.SqlGrades.Place;

/**
 * What tools' servers call, below {@code /sso/lti/services}: tokens, members of a school (NRPS 2.0), line items and scores (AGS 2.0). A token is one tool's: of another tool's, and of schools in which the tool is not offered, nothing is
 * to be seen.
 */
@Component
public final class LtiServicesEndpoint implements HttpEndpoint {
    static final String PATH = LtiEndpoint.PATH + "/services";
    private static final Pattern PLACE = Pattern.compile(
            "/(members|lineitems)/([a-z0-9_]{1,80})/([0-9A-Za-z_-]{1,40})(?:/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/(scores|results))?)?");
    private static final String BEARER = "Bearer ";

    private final Tools tools;
    private final SqlServiceTokens tokens;
    private final ReleaseGate gate;
    private final Launches launches;
    private final Exchanges exchanges;
    private final TokenFlow token;
    private final MembersFlow members;
    private final GradesFlow grades;

    /** Answers by these. */
    @Activate
    public LtiServicesEndpoint(
            @Reference Tools tools,
            @Reference SqlServiceTokens tokens,
            @Reference SqlGrades grades,
            @Reference SqlRoster roster,
            @Reference SqlLinks links,
            @Reference ReleaseGate gate,
            @Reference Launches launches,
            @Reference OutgoingCalls calls,
            @Reference Exchanges exchanges,
            @Reference Clock clock) {
        this.tools = tools;
        this.tokens = tokens;
        this.gate = gate;
        this.launches = launches;
        this.exchanges = exchanges;
        this.token = new TokenFlow(
                tools,
                tokens,
                new ForeignKeys(calls, clock),
                Set.of(launches.issuer(), launches.services() + "/token"),
                clock);
        this.members = new MembersFlow(gate);
        this.grades = new GradesFlow(grades, roster, links);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path =
                (info == null ? request.getServletPath() : request.getServletPath() + info).substring(PATH.length());
        String connector = "";
        String step = path.equals("/token") ? "service token" : "service";
        try {
            if (path.equals("/token")) {
                method(request, response, "POST");
                TokenFlow.Issued issued = token.handle(request);
                exchanges.done(issued.connector(), step);
                ServiceAnswers.write(response, "application/json", issued.answer());
                return;
            }
            Matcher place = PLACE.matcher(path);
            if (!place.matches() || place.group(1).equals("members") && place.group(4) != null) {
                throw ServiceRefusal.notFound("LTI services answer nothing here");
            }
            SqlServiceTokens.Grant grant = grant(request);
            Tool tool = tool(grant, place.group(2));
            connector = tool.connector().id();
            step = step(place);
            answer(request, response, tool, grant.scopes(), place);
            exchanges.done(connector, step);
        } catch (ServiceRefusal e) {
            exchanges.refused(connector, step, e.reason());
            ServiceAnswers.refuse(response, e);
        }
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Tool tool,
            Set<ServiceScope> granted,
            Matcher path)
            throws IOException, ServiceRefusal {
        Place place = new Place(tool.connector().id(), path.group(3));
        String address = launches.services() + "/" + path.group(1) + "/" + place.connector() + "/" + place.uai();
        boolean get = request.getMethod().equals("GET");
        if (path.group(1).equals("members")) {
            method(request, response, "GET");
            may(tool, granted, ServiceScope.MEMBERS);
            members.handle(request, response, tool, place.uai(), address);
            return;
        }
        may(tool, granted, scopes(path, get));
        if (!gate.serves(tool.connector(), place.uai())) {
            throw ServiceRefusal.notFound("this tool is not offered in such a school now");
        }
        if (path.group(4) == null) {
            method(request, response, "GET", "POST");
            grades.items(request, response, place, address);
            return;
        }
        UUID item = UUID.fromString(path.group(4));
        address = address + "/" + item;
        if (path.group(5) == null) {
            method(request, response, "GET", "PUT", "DELETE");
            grades.item(request, response, place, item, address);
        } else if (path.group(5).equals("scores")) {
            method(request, response, "POST");
            grades.score(request, response, place, item);
        } else {
            method(request, response, "GET");
            grades.results(request, response, place, item, address);
        }
    }

    private static ServiceScope[] scopes(Matcher path, boolean get) {
        if (path.group(5) != null) {
            return new ServiceScope[] {path.group(5).equals("scores") ? ServiceScope.SCORE : ServiceScope.RESULT};
        }
        return get
                ? new ServiceScope[] {ServiceScope.LINE_ITEM, ServiceScope.LINE_ITEM_READ}
                : new ServiceScope[] {ServiceScope.LINE_ITEM};
    }

    private static String step(Matcher path) {
        return path.group(5) != null ? path.group(5) : path.group(1);
    }

    /** The tool that calls, if the path is its own. */
    private Tool tool(SqlServiceTokens.Grant grant, String connector) throws ServiceRefusal {
        return tools.byConnector(connector)
                .filter(tool -> grant.connector().equals(connector))
                .orElseThrow(() -> ServiceRefusal.notFound("the token is another tool's, or the tool is gone"));
    }

    /** What the connector's file offers counts now, whatever the token was given for. */
    private static void may(Tool tool, Set<ServiceScope> granted, ServiceScope... one) throws ServiceRefusal {
        Set<ServiceScope> offered = ServiceScope.offered(tool);
        for (ServiceScope scope : one) {
            if (granted.contains(scope) && offered.contains(scope)) {
                return;
            }
        }
        throw new ServiceRefusal(403, "insufficient_scope", "the token is not for " + one[0].uri());
    }

    private SqlServiceTokens.Grant grant(HttpServletRequest request) throws ServiceRefusal {
        String header = request.getHeader("Authorization");
        Optional<SqlServiceTokens.Grant> grant =
                header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? Optional.empty()
                        : tokens.find(header.substring(BEARER.length()).strip());
        return grant.orElseThrow(
                () -> new ServiceRefusal(401, "invalid_token", "the token is missing, unknown or too old"));
    }

    private static void method(HttpServletRequest request, HttpServletResponse response, String... allowed)
            throws ServiceRefusal {
        if (!Set.of(allowed).contains(request.getMethod())) {
            response.setHeader("Allow", String.join(", ", allowed));
            throw new ServiceRefusal(405, "invalid_request", "the method is one of " + String.join(", ", allowed));
        }
    }
}
