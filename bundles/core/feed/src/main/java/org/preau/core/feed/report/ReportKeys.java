package org.preau.core.feed.report;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** The key pairs that sign reports (EC P-256): made at first use, their private halves sealed by the portal's keys; older ones stay for verifying. Safe on any thread. */
@Component(service = ReportKeys.class)
public final class ReportKeys {
    private static final String SEAL = "feed.report";
    /** Has nodes take turns at making the first pair. */
    private static final long LOCK = 0x5072_6561_7546_6565L;

    private final Tx tx;
    private final Keys keys;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public ReportKeys(@Reference(target = "(preau.unit=feed)") Tx tx, @Reference Keys keys, @Reference Clock clock) {
        this.tx = tx;
        this.keys = keys;
        this.clock = clock;
    }

    /** The newest pair. */
    ECKey newest() {
        return read().orElseGet(() -> tx.writeSql(connection -> {
            Rows.count(connection, "select 1 from pg_advisory_xact_lock(?)", LOCK);
            return read().orElseGet(this::make);
        }));
    }

    private Optional<ECKey> read() {
        return tx.readSql(connection -> Rows.first(
                        connection,
                        "select sealed from feed.report_key order by created desc, kid limit 1",
                        row -> row.getBytes("sealed")))
                .map(wrapped -> parsed(keys.open(SEAL, wrapped)));
    }

    private ECKey make() {
        try {
            ECKey pair =
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
            byte[] open = pair.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            byte[] wrapped = keys.seal(SEAL, pair.toJSONString().getBytes(StandardCharsets.UTF_8));
            tx.writeSql(connection -> Rows.update(
                    connection,
                    "insert into feed.report_key (kid, created, public, sealed) values (?, ?, ?, ?)",
                    pair.getKeyID(),
                    clock.instant(),
                    open,
                    wrapped));
            return pair;
        } catch (JOSEException e) {
            throw new IllegalStateException("no key pair can be made", e);
        }
    }

    private static ECKey parsed(byte[] json) {
        try {
            return ECKey.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("a key that signs reports cannot be read", e);
        }
    }
}
