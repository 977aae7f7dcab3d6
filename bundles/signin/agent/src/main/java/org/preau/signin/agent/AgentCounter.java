package org.preau.signin.agent;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.PublicAddress;
import org.preau.api.saml.SamlCounters;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignInCounter;

/** The counter of the State's staff on the sign-in page (322B); there as soon as it is configured. */
@Component(
        service = {SignInCounter.class, AgentCounter.class},
        configurationPid = "org.preau.signin.agent",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = AgentConfig.class)
public final class AgentCounter implements SignInCounter {
    static final String ID = "agent";
    static final String PATH = "/signin/agent";
    static final String CALLBACK = PATH + "/callback";
    private static final Texts TEXTS = Texts.of(AgentCounter.class);

    private final Set<Profile> profiles;
    private final @Nullable OidcWay oidc;
    private final @Nullable SamlWay saml;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Visits visits;

    /** For the service registry. */
    @Activate
    public AgentCounter(
            AgentConfig config,
            @Reference OutgoingCalls calls,
            @Reference PublicAddress address,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    SamlCounters samlCounters) {
        this(config, calls, address, samlCounters, null, Clock.systemUTC());
    }

    AgentCounter(
            AgentConfig config,
            OutgoingCalls calls,
            PublicAddress address,
            @Nullable SamlCounters samlCounters,
            @Nullable Visits visits,
            Clock clock) {
        boolean metadata =
                !config.metadata_url().isBlank() || !config.metadata_file().isBlank();
        if (config.issuer().isBlank() != metadata) {
            throw new IllegalArgumentException(
                    "org.preau.signin.agent: write issuer, or metadata.url or metadata.file, one of them");
        }
        this.profiles = profiles(config.profiles());
        this.oidc = metadata ? null : new OidcWay(config, calls, address, clock);
        this.saml = metadata ? new SamlWay(config, samlCounters) : null;
        this.visits = visits;
    }

    /** Ends the watch of the provider's metadata. */
    @Deactivate
    void close() {
        if (saml != null) {
            saml.close();
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("counterLabel");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean serves(Profile profile) {
        return profiles.contains(profile);
    }

    @Override
    public boolean available() {
        return saml == null ? oidc != null && oidc.available() : saml.available();
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        Visits kept = visits;
        if (saml != null) {
            return saml.signOut(ended);
        }
        return kept == null || oidc == null ? Optional.empty() : oidc.farewell(() -> kept.ended(ended.id()));
    }

    /** How OpenID Connect is spoken; nothing with SAML. */
    Optional<OidcClient> client() {
        return Optional.ofNullable(oidc).map(OidcWay::client);
    }

    /** How SAML is spoken; nothing with OpenID Connect. */
    Optional<SamlWay> saml() {
        return Optional.ofNullable(saml);
    }

    private static Set<Profile> profiles(String setting) {
        Set<Profile> named = EnumSet.noneOf(Profile.class);
        Arrays.stream(setting.split(",", -1))
                .filter(name -> !name.isBlank())
                .map(name -> Profile.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("profiles: " + name.strip() + " is none")))
                .forEach(named::add);
        return named;
    }
}
