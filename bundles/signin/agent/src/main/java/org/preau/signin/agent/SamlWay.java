package org.preau.signin.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlProof;
import org.preau.api.signin.PortalSession;

/** The counter by SAML 2.0: messages are core/saml's, who it is and what he is told is decided here. */
final class SamlWay {
    private static final Texts TEXTS = Texts.of(AgentCounter.class);

    private final @Nullable SamlCounter saml;
    private volatile SamlCounter.@Nullable Arrival arrival;

    SamlWay(AgentConfig config, @Nullable SamlCounters counters) {
        this.saml = counters == null ? null : counters.open(settings(config), this::arrived);
    }

    /** Who is told of those who have proved themselves. */
    void tell(SamlCounter.Arrival whom) {
        arrival = whom;
    }

    boolean available() {
        return saml != null && saml.available();
    }

    void close() {
        if (saml != null) {
            saml.close();
        }
    }

    Optional<URI> signOut(PortalSession ended) {
        return saml == null ? Optional.empty() : saml.signOut(ended);
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        open().handle(request, response);
    }

    Optional<SamlProof> proof(HttpServletRequest request, String ticket) {
        return open().proof(request, ticket);
    }

    void drop(String ticket) {
        open().drop(ticket);
    }

    /** Signs in and uses the ticket up. */
    void signIn(
            HttpServletRequest request, HttpServletResponse response, String ticket, UUID accountId, SamlProof proof)
            throws IOException {
        open().signIn(request, response, ticket, accountId, goodbye(proof));
    }

    /** What the State tells of its staff; addresses as in {@link Claims}. */
    static Agent agent(SamlProof proof) {
        List<String> addresses = new ArrayList<>(proof.values("ctemail"));
        addresses.addAll(proof.values("mail", "urn:oid:0.9.2342.19200300.100.1.3"));
        return new Agent(
                addresses.stream()
                        .map(String::strip)
                        .filter(one -> one.contains("@"))
                        .distinct()
                        .toList(),
                proof.values("FrEduFonctAdm"),
                proof.values("FrEduRneResp"),
                "");
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, String ticket, SamlProof proof)
            throws IOException {
        SamlCounter.Arrival known = arrival;
        if (known == null) {
            throw closed();
        }
        known.arrived(request, response, ticket, proof);
    }

    private SamlCounter open() {
        return Optional.ofNullable(saml).orElseThrow(SamlWay::closed);
    }

    /** Only an address of https is believed, though a signature covers it. */
    private static Optional<URI> goodbye(SamlProof proof) {
        return proof.values("FrEduURLretour", "FrEduUrlRetour").stream()
                .filter(address ->
                        address.matches("https://[\\w.-]+(:\\d{1,5})?(/([\\w./?&=~+:;,@-]|%[0-9A-Fa-f]{2})*)?"))
                .findFirst()
                .map(URI::create);
    }

    private static PortalException closed() {
        return new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "providerDown");
    }

    private static SamlCounters.Settings settings(AgentConfig config) {
        Optional<String> url = text(config.metadata_url());
        Optional<String> file = text(config.metadata_file());
        if (url.isPresent() == file.isPresent()) {
            throw new IllegalArgumentException(
                    "org.preau.signin.agent: write metadata.url or metadata.file, one of them");
        }
        return new SamlCounters.Settings(
                AgentCounter.ID,
                text(config.entity_id()),
                new SamlParties.Source(
                        "signin.agent",
                        SamlParties.Role.IDENTITY_PROVIDER,
                        url.map(URI::create),
                        file.map(Path::of),
                        text(config.provider_entity_id()),
                        text(config.metadata_certificate()).map(Path::of)));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }
}
