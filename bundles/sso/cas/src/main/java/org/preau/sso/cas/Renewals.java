package org.preau.sso.cas;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/**
 * Tells whether somebody has signed in for this very request (CAS 3.0, {@code renew}): the browser leaves for the sign-in page with a challenge, the time and the service under the portal's signature, and
 * brings it back with a session. A session opened after that time answers it, once. Safe on any thread and node.
 */
@Component(service = Renewals.class)
public final class Renewals {
    private static final String KEY = "sso.cas.renewal";
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final Pattern FORM = Pattern.compile("([0-9]{13})\\.([0-9a-f]{32})\\.([0-9a-f]{64})");
    private static final int NONCE = 32;

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;

    /** Notes answered challenges in the schema {@code sso_cas}. */
    @Activate
    public Renewals(@Reference(target = "(preau.unit=sso_cas)") Tx tx, @Reference Keys keys, @Reference Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
    }

    /** A challenge to sign in for this service from now on. */
    String challenge(String service) {
        String begun = clock.instant().toEpochMilli() + "." + Secrets.next("").substring(0, NONCE);
        return begun + "." + HexFormat.of().formatHex(keys.hmac(KEY, signed(begun, service)));
    }

    /** Whether the session answers the challenge; the challenge is used up then. Joins the running transaction. */
    boolean answer(String challenge, String service, PortalSession session) {
        return answers(challenge, service, session) && first(challenge);
    }

    /** Whether the session would answer the challenge, had it not been answered before. */
    boolean answers(String challenge, String service, PortalSession session) {
        Matcher form = FORM.matcher(challenge);
        if (!form.matches()) {
            return false;
        }
        Instant begun = Instant.ofEpochMilli(Long.parseLong(form.group(1)));
        return keys.verify(
                        KEY,
                        signed(form.group(1) + "." + form.group(2), service),
                        HexFormat.of().parseHex(form.group(3)))
                && clock.instant().isBefore(begun.plus(GOOD_FOR))
                && !session.since().isBefore(begun);
    }

    private boolean first(String challenge) {
        return tx.<Integer>writeSql(connection -> Rows.update(
                        connection,
                        "insert into sso_cas.renewal (challenge_hash, expires_at) values (?, ?) on conflict do nothing",
                        Secrets.hash(challenge),
                        clock.instant().plus(GOOD_FOR)))
                == 1;
    }

    private static byte[] signed(String begun, String service) {
        return (begun + " " + service).getBytes(StandardCharsets.UTF_8);
    }
}
