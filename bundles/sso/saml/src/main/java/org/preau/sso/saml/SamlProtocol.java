package org.preau.sso.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/**
 * The protocol {@code saml}. The tile brings the user to the service with an answer it did not ask for; {@code sso.begins = service} sends him to {@code launch.url} instead, and the service asks.
 * Answers go to assertion consumers of the service's metadata only.
 */
@Component
public final class SamlProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "saml";

    static final String URL = "metadata.url";
    static final String FILE = "metadata.file";
    static final String CERTIFICATE = "metadata.certificate";
    static final String ENTITY = "entity.id";
    static final String ENCRYPTED = "assertion.encrypted";
    static final String SIGNED = "requests.signed";
    static final String RESPONSE_SIGNED = "response.signed";
    static final String BEGINS = "sso.begins";

    /** There while the database is; the protocol itself never goes for that. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable VisitLogout logout;

    /** For the service registry. */
    @Activate
    public SamlProtocol() {}

    /** With that way to sign out. */
    SamlProtocol(VisitLogout logout) {
        this.logout = logout;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settings() {
        return Set.of(URL, FILE, CERTIFICATE, ENTITY, ENCRYPTED, SIGNED, RESPONSE_SIGNED, BEGINS);
    }

    /** Metadata that come without encryption and signature could be anybody's. */
    private static boolean fetched(Connector connector, String url) {
        return url.matches("https://[^\\s/]+(/\\S*)?")
                || url.matches("http://(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?(/\\S*)?")
                || url.matches("http://[^\\s/]+(/\\S*)?")
                        && connector.setting(CERTIFICATE).isPresent();
    }

    @Override
    public List<String> problems(Connector connector) {
        List<String> problems = new ArrayList<>();
        Optional<String> url = connector.setting(URL);
        Optional<String> file = connector.setting(FILE);
        if (url.isEmpty() && file.isEmpty()) {
            problems.add("metadata.url is missing: write the address of the service's SAML metadata, or metadata.file");
        }
        if (url.isPresent() && file.isPresent()) {
            problems.add("metadata.file = " + file.get() + ": metadata.url stands there too; take one of them away");
        }
        url.filter(written -> !fetched(connector, written))
                .ifPresent(written -> problems.add("metadata.url = " + written
                        + ": write an https address (http for loopback hosts, or with metadata.certificate, only)"));
        for (String flag : List.of(ENCRYPTED, SIGNED, RESPONSE_SIGNED)) {
            connector
                    .setting(flag)
                    .filter(value -> !value.equals("true") && !value.equals("false"))
                    .ifPresent(value -> problems.add(flag + " = " + value + ": write true or false"));
        }
        connector
                .setting(BEGINS)
                .filter(value -> !value.equals("portal") && !value.equals("service"))
                .ifPresent(value -> problems.add(BEGINS + " = " + value + ": write portal or service"));
        return problems;
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        boolean service = connector.setting(BEGINS).filter("service"::equals).isPresent();
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Location",
                service
                        ? connector.launchUrl().toString()
                        : IdentityProvider.PATH + "/start?connector=" + connector.id());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    @Override
    public Map<String, String> endpoints(Connector connector) {
        VisitLogout known = logout;
        return known == null ? Map.of() : known.told();
    }

    /** Its entity id, once its metadata has been read. */
    @Override
    public Optional<String> serviceName(Connector connector) {
        VisitLogout known = logout;
        return known == null ? Optional.empty() : known.serviceName(connector);
    }

    @Override
    public Map<String, String> rehearse(Connector connector, Release release) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("NameID", release.userId().orElse("(transient)"));
        release.attributes().forEach((name, values) -> told.put(name, String.join(", ", values)));
        return told;
    }

    /** A consumer of the metadata; whoever asks has looked there already. */
    @Override
    public boolean accepts(Connector connector, String destination) {
        VisitLogout known = logout;
        return known != null && known.consumes(connector, destination);
    }

    @Override
    public LogoutAnswer logout(ServiceVisits.Visit visit) {
        VisitLogout known = logout;
        return known == null ? LogoutAnswer.FAILED : known.tell(visit);
    }

    @Override
    public Optional<URI> frontChannelLogout(ServiceVisits.Visit visit) {
        VisitLogout known = logout;
        return known == null ? Optional.empty() : known.address(visit);
    }
}
