package org.preau.sso.saml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.preau.api.base.PortalException;
import org.preau.api.keys.Keys;

/**
 * A sign-on under way, carried sealed through the browser: any node goes on with it, nothing is kept.
 *
 * @param connector the connector
 * @param request id of the service's request; empty when the portal began
 * @param consumer where the answer goes
 * @param relayState what goes along
 * @param force whether the user must prove himself again
 * @param passive whether he may be asked nothing
 * @param format the format of name wished for, empty when any
 * @param askedAt when
 */
record SignOnState(
        String connector,
        String request,
        URI consumer,
        String relayState,
        boolean force,
        boolean passive,
        String format,
        Instant askedAt) {
    private static final String KEY = "sso.saml.state";
    private static final int LONGEST = 12_000;

    String sealed(Keys keys) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeUTF(connector);
            out.writeUTF(request);
            out.writeUTF(consumer.toString());
            out.writeUTF(relayState);
            out.writeBoolean(force);
            out.writeBoolean(passive);
            out.writeUTF(format);
            out.writeLong(askedAt.toEpochMilli());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(KEY, bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was sealed; nothing for what was not sealed here. */
    static Optional<SignOnState> open(String sealed, Keys keys) {
        if (sealed.isEmpty() || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(
                    keys.open(KEY, Base64.getUrlDecoder().decode(sealed))));
            return Optional.of(new SignOnState(
                    in.readUTF(),
                    in.readUTF(),
                    URI.create(in.readUTF()),
                    in.readUTF(),
                    in.readBoolean(),
                    in.readBoolean(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong())));
        } catch (IOException | IllegalArgumentException | PortalException e) {
            return Optional.empty();
        }
    }
}
