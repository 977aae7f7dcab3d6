package org.preau.core.sms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.sms.SealedTelephones.Telephone;

/** {@code /account/telephone}: where somebody gives the telephone on which he is told of urgent things, confirms it, and takes it back. */
@Component
public final class TelephoneEndpoint implements HttpEndpoint {
    static final String PATH = "/account/telephone";
    private static final Texts TEXTS = Texts.of(TelephoneEndpoint.class);
    private static final int SHOWN = 2;

    private final SealedTelephones telephones;
    private final PortalSessions sessions;
    private final Pages pages;

    /** Made by the portal. */
    @Activate
    public TelephoneEndpoint(
            @Reference SealedTelephones telephones, @Reference PortalSessions sessions, @Reference Pages pages) {
        this.telephones = telephones;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        PortalSession session = sessions.current(request).orElse(null);
        if (session == null) {
            pages.seeOther(response, "/signin?return=%2Faccount%2Ftelephone");
            return;
        }
        sessions.touch(session.id());
        if (!telephones.offeredTo(session.context().profile())
                && telephones.telephone(session.accountId()).isEmpty()) {
            throw new PortalException(
                    ErrorCode.NOT_FOUND, TEXTS, whyNot(session.context().profile()));
        }
        if (!request.getMethod().equals("POST")) {
            show(session, request, response, "");
            return;
        }
        pages.checkForm(request);
        String problem = act(session, request);
        if (problem.isEmpty()) {
            pages.seeOther(response, PATH);
        } else {
            show(session, request, response, problem);
        }
    }

    /** The page says already that there is none: this says why. */
    static String whyNot(Profile profile) {
        return profile == Profile.STUDENT ? "telephone.pupil" : "telephone.none";
    }

    /** Does what the form asks; what went wrong, in words, or nothing. */
    private String act(PortalSession session, HttpServletRequest request) {
        Locale locale = pages.localeOf(request);
        String number = request.getParameter("number");
        String code = request.getParameter("code");
        try {
            if (number != null) {
                telephones.ask(session, number);
            } else if (code != null) {
                return telephones.confirm(session, code) ? "" : TEXTS.text(locale, "telephone.wrong");
            } else if (request.getParameter("forget") != null) {
                telephones.forget(session);
            }
            return "";
        } catch (PortalException refused) {
            return refused.userMessage(locale);
        }
    }

    private void show(PortalSession session, HttpServletRequest request, HttpServletResponse response, String problem)
            throws IOException {
        Locale locale = pages.localeOf(request);
        Optional<Telephone> telephone = telephones.telephone(session.accountId());
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "telephone.title"));
        model.put("action", PATH);
        model.put("problem", problem);
        model.put("confirmed", telephone.filter(Telephone::confirmed).isPresent());
        model.put("waiting", telephone.filter(each -> !each.confirmed()).isPresent());
        model.put("none", telephone.isEmpty());
        model.put(
                "masked",
                telephone
                        .map(each -> TEXTS.text(locale, "telephone.masked", end(each.number())))
                        .orElse(""));
        int status = problem.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
        pages.render(request, response, status, TelephoneEndpoint.class, "telephone", model);
    }

    /** Its last digits: enough to know it by, not to read it over a shoulder. */
    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN));
    }
}
