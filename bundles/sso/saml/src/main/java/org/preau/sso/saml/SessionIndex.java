package org.preau.sso.saml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.PortalException;
import org.preau.api.keys.Keys;

/** The name of a visit towards a service: the portal session and the connector, sealed; another at every sign-on, and nobody else can read it. */
final class SessionIndex {
    private static final String KEY = "sso.saml.index";

    private SessionIndex() {}

    static String of(UUID session, String connector, Keys keys) {
        byte[] name = connector.getBytes(StandardCharsets.UTF_8);
        ByteBuffer plain = ByteBuffer.allocate(16 + name.length);
        plain.putLong(session.getMostSignificantBits())
                .putLong(session.getLeastSignificantBits())
                .put(name);
        return "_" + HexFormat.of().formatHex(keys.seal(KEY, plain.array()));
    }

    /** The portal session, if it is an index that this connector was given. */
    static Optional<UUID> open(String index, String connector, Keys keys) {
        if (!index.matches("_([0-9a-f]{2}){24,400}")) {
            return Optional.empty();
        }
        try {
            ByteBuffer plain = ByteBuffer.wrap(keys.open(KEY, HexFormat.of().parseHex(index.substring(1))));
            UUID session = new UUID(plain.getLong(), plain.getLong());
            byte[] name = new byte[plain.remaining()];
            plain.get(name);
            return new String(name, StandardCharsets.UTF_8).equals(connector) ? Optional.of(session) : Optional.empty();
        } catch (PortalException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }
}
