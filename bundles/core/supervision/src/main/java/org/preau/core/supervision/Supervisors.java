package org.preau.core.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.http.Networks;
import org.preau.api.http.PublicAddress;

/** Tells whether a request comes from those who supervise the portal. */
@Component(service = Supervisors.class, configurationPid = "org.preau.core.supervision")
@Designate(ocd = SupervisionConfig.class)
public final class Supervisors {
    private final Networks networks;
    private final PublicAddress address;

    /** Checks the networks. */
    @Activate
    public Supervisors(SupervisionConfig config, @Reference PublicAddress address) {
        this(List.of(config.supervision_networks()), address);
    }

    Supervisors(List<String> networks, PublicAddress address) {
        this.networks = Networks.of(networks);
        this.address = address;
    }

    /** Whether it does. A request that some proxy forwarded, and not a trusted one, comes from nobody knows whom. */
    public boolean sent(HttpServletRequest request) {
        String client = address.clientOf(request);
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        boolean clientIsPeer = client.equals(request.getRemoteAddr());
        return networks.contains(client) && !(forwarded && clientIsPeer);
    }
}
