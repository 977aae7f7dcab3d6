package org.preau.core.security;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SignInsFailing;

/** Notes what counters tell of sign-ins that fail in numbers. */
@Component
public final class FailingSignIns implements PortalEventListener<SignInsFailing> {
    private final Findings findings;

    /** For the service registry. */
    @Activate
    public FailingSignIns(@Reference Findings findings) {
        this.findings = findings;
    }

    @Override
    public Class<SignInsFailing> type() {
        return SignInsFailing.class;
    }

    @Override
    public void on(SignInsFailing event) {
        findings.failing(event);
    }
}
