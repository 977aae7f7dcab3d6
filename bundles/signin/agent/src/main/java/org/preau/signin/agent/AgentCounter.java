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
    private final Provider provider;
    private final OidcClient client;
    private final URI back;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Visits visits;

    /** For the service registry. */
    @Activate
    public AgentCounter(AgentConfig config, @Reference OutgoingCalls calls, @Reference PublicAddress address) {
        this(config, calls, address, null, Clock.systemUTC());
    }

    AgentCounter(
            AgentConfig config, OutgoingCalls calls, PublicAddress address, @Nullable Visits visits, Clock clock) {
        if (config.issuer().isBlank() || config.client_id().isBlank()) {
            throw new IllegalArgumentException("org.preau.signin.agent: issuer and client.id are needed");
        }
        this.profiles = profiles(config.profiles());
        this.provider = new Provider(config.issuer(), calls, clock);
        this.client = new OidcClient(config, provider, calls, URI.create(address.absolute(CALLBACK)));
        this.back = URI.create(address.absolute("/signin"));
        this.visits = visits;
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
        return !provider.down();
    }

    @Override
    public Optional<URI> signOut(PortalSession ended) {
        Visits kept = visits;
        Optional<URI> end = provider.endSession();
        return kept == null || end.isEmpty()
                ? Optional.empty()
                : kept.ended(ended.id()).map(proof -> client.farewell(end.get(), proof, back));
    }

    OidcClient client() {
        return client;
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
