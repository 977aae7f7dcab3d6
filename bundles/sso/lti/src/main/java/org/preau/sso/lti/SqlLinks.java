package org.preau.sso.lti;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** Picked resources. Safe on any thread and node. */
@Component(service = SqlLinks.class)
public final class SqlLinks {
    private static final String COLUMNS = "id, connector, structure_id, title, url, custom";
    private static final int SHOWN = 200;
    private final Tx tx;
    private final Clock clock;
    private final Audit audit;

    /** Those in the schema {@code sso_lti}. */
    @Activate
    public SqlLinks(@Reference(target = "(preau.unit=sso_lti)") Tx tx, @Reference Clock clock, @Reference Audit audit) {
        this.tx = tx;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * A picked resource.
     *
     * @param id its id towards the tool
     * @param connector the tool
     * @param structureId the school it is for
     * @param title its title
     * @param url what is launched
     * @param custom parameters that the tool gave it
     */
    record Link(UUID id, String connector, UUID structureId, String title, String url, Map<String, Object> custom) {}

    /** The resources of a school in a tool, the latest first. */
    List<Link> of(String connector, UUID structureId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select " + COLUMNS
                        + " from sso_lti.link where connector = ? and structure_id = ? order by created desc, id limit "
                        + SHOWN,
                SqlLinks::read,
                connector,
                structureId));
    }

    Optional<Link> byId(UUID id) {
        return tx.readSql(connection ->
                Rows.first(connection, "select " + COLUMNS + " from sso_lti.link where id = ?", SqlLinks::read, id));
    }

    /**
     * Keeps what was picked, audited, once for each answer of the tool; whether this one is the first.
     *
     * @param with what is kept together with it, in the same transaction
     */
    boolean add(PortalSession by, List<Link> links, String answer, Instant expires, Runnable with) {
        Instant now = clock.instant();
        return tx.writeSql(connection -> {
            Rows.update(connection, "delete from sso_lti.response where expires < ?", now);
            String connector = links.isEmpty() ? "" : links.get(0).connector();
            int first = Rows.update(
                    connection,
                    "insert into sso_lti.response (connector, data_hash, expires) values (?, ?, ?) on conflict do nothing",
                    connector,
                    hash(answer),
                    expires);
            if (first == 1) {
                with.run();
            }
            for (Link link : first == 1 ? links : List.<Link>of()) {
                Rows.update(
                        connection,
                        "insert into sso_lti.link (id, connector, structure_id, title, url, custom, created_by, created) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)",
                        link.id(),
                        link.connector(),
                        link.structureId(),
                        link.title(),
                        link.url(),
                        JSONObjectUtils.toJSONString(link.custom()),
                        by.accountId(),
                        now);
                audit.record(
                        by.subject(),
                        "lti.link-add",
                        "connector:" + link.connector(),
                        Map.of("link", link.id().toString()));
            }
            return first == 1;
        });
    }

    private static Link read(ResultSet row) throws SQLException {
        try {
            return new Link(
                    Rows.uuid(row, "id"),
                    row.getString("connector"),
                    Rows.uuid(row, "structure_id"),
                    row.getString("title"),
                    row.getString("url"),
                    JSONObjectUtils.parse(row.getString("custom")));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
