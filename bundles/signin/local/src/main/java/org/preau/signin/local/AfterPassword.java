package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignIns;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Step;
import org.preau.signin.local.factor.StepDesk;

/** Where the browser goes once the password is proved: in, or on to the second factor. The one way in from here. */
@Component(service = AfterPassword.class)
public final class AfterPassword {
    /** Brought by the sessions; while it is away nobody's device is a stranger. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable SignInDevices devices;

    private final SignIns signIns;
    private final FactorDesks desks;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public AfterPassword(
            @Reference SignIns signIns,
            @Reference FactorDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.signIns = signIns;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
    }

    /** The password of the account is proved. */
    void proven(HttpServletRequest request, HttpServletResponse response, UUID accountId) throws IOException {
        Optional<StepDesk.Begun> next = desks.steps()
                .begin(accountId, address.safeReturn(request.getParameter("return")), known(request, accountId));
        if (next.isEmpty()) {
            signIns.proven(request, response, LocalCounter.ID, accountId, request.getParameter("return"));
            return;
        }
        StepCookie.set(response, next.get().token(), address.secure());
        pages.seeOther(response, pathOf(next.get().purpose()));
    }

    private boolean known(HttpServletRequest request, UUID accountId) {
        SignInDevices there = devices;
        return there == null || there.known(request, accountId);
    }

    /** The second factor is proved, the step used up. */
    void complete(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        StepCookie.clear(response, address.secure());
        signIns.proven(request, response, LocalCounter.ID, step.accountId(), step.returnTo());
    }

    /** The step this browser is in. */
    Optional<Step> stepOf(HttpServletRequest request) {
        return StepCookie.read(request).flatMap(desks.steps()::find);
    }

    static String pathOf(Step.Purpose purpose) {
        return purpose == Step.Purpose.PROVE ? FactorEndpoint.PATH : EnrolEndpoint.PATH;
    }
}
