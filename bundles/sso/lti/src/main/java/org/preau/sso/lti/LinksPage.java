package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code /sso/lti/links/<connector>}: the resources picked for the user's school; {@code /link/<id>} launches one, {@code /pick/<connector>} lets a member of the staff pick more. */
final class LinksPage {
    static final String PATH = LtiEndpoint.PATH + "/links/";
    private static final Texts TEXTS = Texts.of(LinksPage.class);

    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;
    private final Launches launches;
    private final SqlLinks links;
    private final SqlGrades grades;
    private final Pages pages;

    LinksPage(
            ConnectorCatalogue catalogue,
            PortalSessions sessions,
            Launches launches,
            SqlLinks links,
            SqlGrades grades,
            Pages pages) {
        this.grades = grades;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.launches = launches;
        this.links = links;
        this.pages = pages;
    }

    boolean handles(String path) {
        return path.matches("/(links|pick)/[a-z0-9_]+|/link/[0-9a-f-]{36}");
    }

    void handle(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<PortalSession> session = sessions.current(request);
        response.setHeader("Cache-Control", "no-store");
        if (session.isEmpty()) {
            response.setHeader("Location", "/signin?return=" + Launches.encoded(LtiEndpoint.PATH + path));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        PortalSession his = session.get();
        sessions.touch(his.id());
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/link/")) {
            SqlLinks.Link link = links.byId(UUID.fromString(last))
                    .filter(found -> found.structureId().equals(his.context().structureId()))
                    .orElseThrow(LinksPage::unknown);
            launches.begin(response, tool(link.connector(), his), his, link.id().toString(), link.url());
        } else if (path.startsWith("/pick/")) {
            if (his.context().profile().isFamily()) {
                throw unknown();
            }
            Tool tool = tool(last, his);
            launches.begin(response, tool, his, Launches.PICK, tool.target());
        } else {
            show(request, response, tool(last, his), his);
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Tool tool, PortalSession session)
            throws IOException {
        Locale locale = pages.localeOf(request);
        List<Map<String, String>> shown = links
                .of(tool.connector().id(), session.context().structureId())
                .stream()
                .map(link -> Map.of("title", link.title(), "path", LtiEndpoint.PATH + "/link/" + link.id()))
                .toList();
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                LinksPage.class,
                "links",
                Map.of(
                        "title",
                        tool.connector().name().in(locale),
                        "lead",
                        TEXTS.text(locale, shown.isEmpty() ? "links.none" : "links.lead"),
                        "links",
                        shown,
                        "scores",
                        scores(tool, session, locale),
                        "mayPick",
                        !session.context().profile().isFamily(),
                        "pick",
                        LtiEndpoint.PATH + "/pick/" + tool.connector().id()));
    }

    /** The user's own scores; nobody else reads them here. */
    private List<Map<String, String>> scores(Tool tool, PortalSession session, Locale locale) {
        if (!tool.takesGrades()) {
            return List.of();
        }
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        return grades
                .ofUser(
                        new SqlGrades.Place(
                                tool.connector().id(), session.context().uai()),
                        session.accountId())
                .stream()
                .map(own -> Map.of(
                        "label",
                        own.label(),
                        "score",
                        TEXTS.text(
                                locale,
                                "links.score",
                                number.format(
                                        own.score().given() == null
                                                ? 0
                                                : own.score().given()),
                                number.format(own.maximum())),
                        "comment",
                        own.score().comment() == null ? "" : own.score().comment()))
                .toList();
    }

    /** A tool that this user gets. */
    private Tool tool(String connector, PortalSession session) {
        return catalogue.visibleTo(session).stream()
                .filter(ConnectorStatus::available)
                .map(ConnectorStatus::connector)
                .filter(each -> each.id().equals(connector))
                .flatMap(each -> Tool.of(each).stream())
                .findFirst()
                .orElseThrow(LinksPage::unknown);
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "links.unknown");
    }
}
