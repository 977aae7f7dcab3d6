package org.preau.core.directory.load;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.Sql;

/**
 * The staging tables of one load: unlogged, filled by COPY in stretches, dropped at the end. Statements name them {@code {person}}, {@code {school}}… Used by one thread.
 */
final class Staging {
    private static final int ENOUGH_FOR_A_COPY = 4 << 20;
    private static final List<String> TABLES =
            List.of("school", "person", "affiliation", "member", "link", "match", "want");
    private static final String CREATE =
            """
            create unlogged table {school} (n integer, key text, file text, uai text, name text, type text, contract text,
                address text, postal_code text, city text, email text, phone text, circonscription text, commune text,
                rpi text, raw jsonb, digest uuid);
            create unlogged table {person} (n integer, kind text, key text, file text, new_id uuid, account_id uuid,
                last_name text, first_name text, other_names text, birth_name text, title text, birth_date date, email text,
                phones jsonb, address text, postal_code text, city text, country text, address_releasable boolean,
                level text, nursery boolean, profile text, ine text, sort_name text, search text, login_base text,
                raw jsonb, digest uuid);
            create unlogged table {affiliation} (kind text, key text, school text, profile text, functions text);
            create unlogged table {member} (key text, school text, kind text, class_key text, name text);
            create unlogged table {link} (key text, guardian text, link_code text, legal boolean);
            create unlogged table {match} (kind text, key text, person_id uuid, state text, old_key text);
            create unlogged table {want} (a uuid, b uuid, profile text, functions text, legal boolean);
            create index on {match} (kind, key);
            create index on {match} (person_id);
            create index on {want} (a, b);
            """;
    /** Made once all is staged. With them no plan of any statement is worse than a search by index for each row. */
    private static final String INDEXES =
            """
            create index on {school} (key);
            create index on {school} (uai);
            create index on {person} (kind, key);
            create index on {person} (ine) where ine <> '';
            create index on {affiliation} (kind, key);
            create index on {member} (key);
            create index on {member} (school, kind, class_key);
            create index on {link} (key);
            analyze {school} (key, uai);
            analyze {person} (n, kind, key, ine, nursery, profile, login_base);
            analyze {affiliation};
            analyze {member};
            analyze {link};
            """;

    private final Tx tx;
    private final String prefix;
    private final List<CopyRows> rows = new ArrayList<>();

    /** The tables are there once {@link #create} was called. */
    Staging(Tx tx, UUID load) {
        this.tx = tx;
        this.prefix = prefix(load);
    }

    /** Rows waiting for their COPY into one table. */
    CopyRows rowsOf(String table) {
        CopyRows added = new CopyRows(table);
        rows.add(added);
        return added;
    }

    void create(Connection connection) throws SQLException {
        Sql.run(connection, sql(CREATE));
    }

    /** A statement with the names of this load's tables in it. */
    String sql(String template) {
        String named = template;
        for (String table : TABLES) {
            named = named.replace("{" + table + "}", prefix + table);
        }
        return named;
    }

    /** Sends what is waiting, if it is worth it. */
    void flushIfFull() {
        if (rows.stream().mapToInt(CopyRows::size).sum() > ENOUGH_FOR_A_COPY) {
            flush();
        }
    }

    /** Sends all that is waiting. */
    void flush() {
        tx.writeSql(connection -> {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (CopyRows each : rows) {
                if (each.size() > 0) {
                    copy(copies, each);
                }
            }
            return 0;
        });
        rows.forEach(CopyRows::clear);
    }

    /** Sends the rest, then makes the tables ready for the questions to come. */
    void complete() {
        flush();
        tx.writeSql(connection -> {
            Sql.run(connection, sql(INDEXES));
            return 0;
        });
    }

    void drop() {
        tx.writeSql(connection -> {
            drop(connection, prefix);
            return 0;
        });
    }

    /** Drops the tables of a load that nobody will end. */
    static void drop(Connection connection, UUID load) throws SQLException {
        drop(connection, prefix(load));
    }

    private static void drop(Connection connection, String prefix) throws SQLException {
        for (String table : TABLES) {
            Sql.run(connection, "drop table if exists " + prefix + table);
        }
    }

    private void copy(CopyManager copies, CopyRows each) throws SQLException {
        String statement = sql("copy {" + each.table() + "} from stdin");
        try {
            copies.copyIn(statement, new StringReader(each.text()));
        } catch (IOException e) {
            throw new SQLException("a text in memory that cannot be read", e);
        }
    }

    private static String prefix(UUID load) {
        return "directory.stage_" + load.toString().replace("-", "") + "_";
    }
}
