package org.preau.sso.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.preau.api.keys.Keys;
import org.preau.api.signin.PortalSession;

/** Proof that the user has signed in since a request came: the request carries its time, signed, through the sign-in, so that a session from before does not do. */
final class Freshness {
    /** The parameter that carries it; ours, a service's own is thrown away. */
    static final String PARAMETER = "preau_since";

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Keys keys;
    private final Clock clock;

    Freshness(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The request, to come back after a sign-in that is yet to happen. */
    Parameters from(Parameters request) {
        Parameters bare = request.without(PARAMETER);
        String now = String.valueOf(clock.instant().getEpochSecond());
        return bare.with(PARAMETER, now + "." + mac(bare, now));
    }

    /** Whether the session began after the request first came. */
    boolean proves(Parameters request, PortalSession session) {
        Optional<String> carried = request.only(PARAMETER);
        if (carried.isEmpty() || !carried.get().matches("[0-9]{1,12}\\.[0-9a-f]{64}")) {
            return false;
        }
        String[] parts = carried.get().split("\\.");
        boolean ours = MessageDigest.isEqual(
                mac(request.without(PARAMETER), parts[0]).getBytes(StandardCharsets.US_ASCII),
                parts[1].getBytes(StandardCharsets.US_ASCII));
        Instant asked = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        return ours
                && !asked.isBefore(clock.instant().minus(LONGEST))
                && !session.since().isBefore(asked);
    }

    private String mac(Parameters bare, String time) {
        return HexFormat.of()
                .formatHex(keys.hmac("sso.oidc.fresh", (time + "|" + bare.encoded()).getBytes(StandardCharsets.UTF_8)));
    }
}
