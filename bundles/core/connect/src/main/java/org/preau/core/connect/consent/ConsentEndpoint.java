package org.preau.core.connect.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.connect.Audience;

/**
 * {@code /connect/consent/<id>?back=…[&child=…]}: shows each attribute that a service of category 5 asks for, and keeps what the user, or a pupil's guardian, decides. A pupil is told that a parent
 * must say yes first, and can ask for it.
 */
@Component
public final class ConsentEndpoint implements HttpEndpoint {
    /** Address, followed by the connector's id. */
    static final String PATH = "/connect/consent/";

    private static final Texts TEXTS = Texts.of(ConsentEndpoint.class);

    private final Consents consents;
    private final Wards wards;
    private final ConsentPage page;
    private final Audience audience;
    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;
    private final Pages pages;
    private final PublicAddress address;

    /** Answers by these. */
    @Activate
    public ConsentEndpoint(
            @Reference Consents consents,
            @Reference Wards wards,
            @Reference ConsentPage page,
            @Reference Audience audience,
            @Reference ConnectorCatalogue catalogue,
            @Reference PortalSessions sessions,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.consents = consents;
        this.wards = wards;
        this.page = page;
        this.audience = audience;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.pages = pages;
        this.address = address;
    }

    /**
     * What is asked, of whom, for whom.
     *
     * @param session who is there
     * @param of whose attributes they are: himself, or a child
     * @param terms the convention
     * @param back where to go on
     */
    record Question(PortalSession session, PortalSession of, Terms terms, String back) {
        boolean forChild() {
            return !of.personId().equals(session.personId());
        }

        /** The address of this question. */
        String address() {
            return PATH + terms.connector().id() + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)
                    + (forChild() ? "&child=" + of.personId() : "");
        }
    }

    @Override
    public String path() {
        return "/connect/consent";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        PortalSession session = sessions.current(request).orElse(null);
        if (session == null) {
            pages.seeOther(response, "/signin?return=" + URLEncoder.encode(here(request), StandardCharsets.UTF_8));
            return;
        }
        Question question = question(request, session);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> page.show(request, response, question, false);
            case "POST" -> {
                pages.checkForm(request);
                sessions.touch(session.id());
                answer(request, response, question);
            }
            default -> {
                response.setHeader("Allow", "GET, HEAD, POST");
                response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /** The address of the question itself, for who signs in first, or again; where it is too long to be carried along, that of what goes on afterwards and asks anyway. */
    private String here(HttpServletRequest request) {
        String back = address.safeReturn(request.getParameter("back"));
        String child = Objects.requireNonNullElse(request.getParameter("child"), "");
        String here = address.safeReturn(PATH + id(request) + "?back="
                + URLEncoder.encode(back, StandardCharsets.UTF_8)
                + (child.matches("[0-9a-f-]{36}") ? "&child=" + child : ""));
        return here.equals("/") ? back : here;
    }

    /** A connector that the person concerned does not get, or that asks nobody, does not exist here; nor do other people's children. */
    private Question question(HttpServletRequest request, PortalSession session) {
        Connector connector = catalogue.byId(id(request)).orElseThrow(() -> gone(request));
        PortalSession of = persons(session, request.getParameter("child")).stream()
                .filter(each -> audience.includes(connector, each))
                .findFirst()
                .orElseThrow(ConsentEndpoint::unknown);
        Terms terms = consents.terms(connector).orElseThrow(() -> consents.canAsk(connector) ? unknown() : stopped());
        return new Question(session, of, terms, address.safeReturn(request.getParameter("back")));
    }

    private List<PortalSession> persons(PortalSession session, @Nullable String child) {
        if (child == null || child.isEmpty()) {
            return List.of(session);
        }
        try {
            return wards.of(session, UUID.fromString(child));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Question question)
            throws IOException {
        String answer = request.getParameter("answer");
        if (!question.forChild() && !Wards.decidesForHimself(question.session())) {
            if (!"ask".equals(answer)) {
                throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "consent.pupil");
            }
            consents.ask(question.session(), question.terms().connector());
            pages.seeOther(response, question.address());
            return;
        }
        if (!question.terms().digest().equals(request.getParameter("terms"))) {
            page.show(request, response, question, true);
            return;
        }
        if ("give".equals(answer)) {
            consents.give(question.session(), question.of().personId(), question.terms(), ticked(request));
            pages.seeOther(response, question.back());
        } else if ("refuse".equals(answer)) {
            consents.refuse(question.session(), question.of().personId(), question.terms());
            pages.seeOther(response, question.address());
        } else {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "consent.tampered");
        }
    }

    private static Set<String> ticked(HttpServletRequest request) {
        String[] ticked = request.getParameterValues("attribute");
        return ticked == null ? Set.of() : Set.copyOf(Arrays.asList(ticked));
    }

    private static String id(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String id = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        if (!id.matches("[a-z0-9_]+")) {
            throw unknown();
        }
        return id;
    }

    /** Stopped or taken away, maybe while the question was on the screen: who answered is told that nothing was kept or sent. */
    private static PortalException gone(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? new PortalException(ErrorCode.NOT_FOUND, TEXTS, "consent.gone")
                : unknown();
    }

    private static PortalException stopped() {
        return new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "consent.stopped");
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "consent.unknown");
    }
}
