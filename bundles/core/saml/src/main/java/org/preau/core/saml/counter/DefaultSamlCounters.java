package org.preau.core.saml.counter;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.Keys;
import org.preau.api.keys.SigningKeys;
import org.preau.api.pages.Pages;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlParties;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SignIns;

/** Opens the SAML part of counters. */
@Component
public final class DefaultSamlCounters implements SamlCounters {
    private final SamlParties parties;
    private final Tx tx;
    private final Keys keys;
    private final SigningKeys signingKeys;
    private final SignIns signIns;
    private final PortalSessions sessions;
    private final PublicAddress address;
    private final Pages pages;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public DefaultSamlCounters(
            @Reference SamlParties parties,
            @Reference(target = "(preau.unit=saml)") Tx tx,
            @Reference Keys keys,
            @Reference SigningKeys signingKeys,
            @Reference SignIns signIns,
            @Reference PortalSessions sessions,
            @Reference PublicAddress address,
            @Reference Pages pages,
            @Reference Clock clock) {
        this.parties = parties;
        this.tx = tx;
        this.keys = keys;
        this.signingKeys = signingKeys;
        this.signIns = signIns;
        this.sessions = sessions;
        this.address = address;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public SamlCounter open(Settings settings, SamlCounter.Arrival arrival) {
        CounterSide side = new CounterSide(
                settings.counter(), settings.entityId(), parties.watch(settings.provider()), signingKeys, address);
        SealedProofs sealed = new SealedProofs(keys);
        SqlRequests requests = new SqlRequests(tx, clock, sealed);
        CounterArrivals arrivals =
                new CounterArrivals(side, requests, new SqlVisits(tx, clock, sealed), signIns, pages, arrival, clock);
        CounterLogout logout =
                new CounterLogout(side, requests, new SqlVisits(tx, clock, sealed), sessions, pages, clock);
        return new CounterFlow(side, arrivals, logout, pages);
    }
}
