package org.preau.sso.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.http.OutgoingCalls;

/** Tells services that a session is over: by a logout token (Back-Channel Logout 1.0), or by an address for the browser (Front-Channel Logout 1.0). */
@Component(service = Visits.class)
public final class Visits {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final IdTokens idTokens;
    private final OutgoingCalls calls;
    private final Exchanges exchanges;
    private final Clock clock;

    /** Tells by these. */
    @Activate
    public Visits(
            @Reference IdTokens idTokens,
            @Reference OutgoingCalls calls,
            @Reference Exchanges exchanges,
            @Reference Clock clock) {
        this.idTokens = idTokens;
        this.calls = calls;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /** The portal's name towards services. */
    String issuer() {
        return idTokens.issuer();
    }

    /** What a visit is known by. */
    static String handle(String sid, String sub) {
        return sid + " " + sub;
    }

    LogoutAnswer tell(Visit visit) {
        Optional<URI> address =
                visit.connector().setting("backchannel.logout.uri").map(URI::create);
        Optional<Client> client = Client.of(visit.connector());
        if (address.isEmpty() || client.isEmpty()) {
            return LogoutAnswer.NOT_OFFERED;
        }
        String form = "logout_token=" + Parameters.encoded(logoutToken(client.get(), visit.handle()));
        try {
            OutgoingCalls.Answer answer = calls.post(
                    address.get(),
                    "application/x-www-form-urlencoded",
                    form.getBytes(StandardCharsets.US_ASCII),
                    Map.of("Cache-Control", "no-store"));
            if (answer.ok()) {
                exchanges.done(visit.connector().id(), "backchannel_logout");
                return LogoutAnswer.DONE;
            }
            exchanges.refused(visit.connector().id(), "backchannel_logout", "the service answered " + answer.status());
        } catch (IOException e) {
            exchanges.refused(visit.connector().id(), "backchannel_logout", "the service did not answer");
        }
        return LogoutAnswer.FAILED;
    }

    Optional<URI> frame(Visit visit) {
        String sid = visit.handle().split(" ", 2)[0];
        return visit.connector()
                .setting("frontchannel.logout.uri")
                .map(address -> URI.create(address + (address.indexOf('?') < 0 ? "?" : "&") + "iss="
                        + Parameters.encoded(idTokens.issuer()) + "&sid=" + Parameters.encoded(sid)));
    }

    private String logoutToken(Client client, String handle) {
        String[] parts = handle.split(" ", 2);
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(idTokens.issuer())
                .audience(client.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", parts[0])
                .claim("events", Map.of(EVENT, Map.of()));
        if (parts.length == 2) {
            claims.subject(parts[1]);
        }
        return idTokens.sign(client, "logout+jwt", claims.build());
    }
}
