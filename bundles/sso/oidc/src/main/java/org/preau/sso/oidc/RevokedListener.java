package org.preau.sso.oidc;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalEventListener;
import org.preau.api.signin.SignInsRevoked;

/** Signs devices out when somebody revokes an account's sign-ins: its sessions were ended, its password reset, it was blocked. */
@Component
public final class RevokedListener implements PortalEventListener<SignInsRevoked> {
    private final SqlDevices devices;

    /** Made by the portal. */
    @Activate
    public RevokedListener(@Reference SqlDevices devices) {
        this.devices = devices;
    }

    @Override
    public Class<SignInsRevoked> type() {
        return SignInsRevoked.class;
    }

    @Override
    public void on(SignInsRevoked event) {
        if (event.everybody()) {
            devices.endAll();
        } else {
            devices.endOf(event.accountIds());
        }
    }
}
