package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.api.directory.Accounts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.http.StaticResources;
import org.preau.api.pages.Pages;
import org.preau.signin.local.factor.FactorDesk;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Step;

/** {@code /signin/local/enrol}: adds a second factor, because an administrator has to have one or because somebody wants one; shows the recovery codes once. */
@Component
public final class EnrolEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/enrol";
    private static final int NAME = 60;

    private final AfterPassword after;
    private final FactorDesks desks;
    private final Pages pages;
    private final PublicAddress address;
    private final EnrolPage page;

    /** For the service registry. */
    @Activate
    public EnrolEndpoint(
            @Reference AfterPassword after,
            @Reference FactorDesks desks,
            @Reference Accounts accounts,
            @Reference Pages pages,
            @Reference PublicAddress address,
            @Reference StaticResources resources) {
        this.after = after;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
        this.page = new EnrolPage(desks, accounts, pages, address, resources);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked.requirePath(request, PATH);
        Optional<Step> step = after.stepOf(request);
        if (step.isEmpty() || step.get().purpose() == Step.Purpose.PROVE) {
            pages.seeOther(response, "/signin");
            return;
        }
        if (!Asked.posts(request)) {
            show(request, response, step.get(), 200, "");
            return;
        }
        if (!Asked.ofOurs(pages, request)) {
            show(request, response, step.get(), 403, "factorExpired");
            return;
        }
        try {
            answer(request, response, step.get());
        } catch (PortalException e) {
            show(request, response, step.get(), e.code().httpStatus(), e.messageKey());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        if (step.purpose() == Step.Purpose.DONE) {
            if (desks.steps().consume(step)) {
                after.complete(request, response, step);
            } else {
                pages.seeOther(response, "/signin");
            }
            return;
        }
        FactorDesk factors = desks.factors();
        Optional<List<String>> added =
                switch (Asked.field(request, "act")) {
                    case "app" -> factors.addApp(step, Asked.field(request, "code"), address.clientOf(request));
                    case "passkey" -> factors.addPasskey(step, name(request), Asked.document(request, "credential"));
                    default -> Optional.empty();
                };
        if (added.isEmpty()) {
            show(request, response, step, 403, "enrolWrong");
        } else {
            page.codes(request, response, added.get());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Step step, int status, String wrong)
            throws IOException {
        if (step.purpose() == Step.Purpose.DONE) {
            page.codes(request, response, List.of());
        } else {
            page.show(request, response, step, status, wrong);
        }
    }

    private static String name(HttpServletRequest request) {
        String typed = Asked.field(request, "name").strip();
        return typed.length() > NAME ? typed.substring(0, NAME) : typed;
    }
}
