package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/**
 * The staging tables of one load: unlogged, filled by COPY in stretches, dropped at the end. Statements name them {@code {person}}, {@code {school}}… Used by one thread; rows are sent by a second
 * one while the first goes on.
 */
final class Staging implements AutoCloseable {
    private static final int ENOUGH_FOR_A_COPY = 2 << 20;
    private static final List<String> TABLES = List.of(
            "school",
            "person",
            "affiliation",
            "member",
            "link",
            "gone",
            "before",
            "more",
            "match",
            "leaver",
            "want",
            "lost",
            "place",
            "figure");
    /** Rows of a record hang together by its number n. named: 0 for a record that the archive names, 1 for one staged again because of others, 2 for one that loses what it names. */
    private static final String CREATE =
            """
            create unlogged table {school} (n integer, extra integer, key text, file text, uai text, name text, type text,
                contract text, address text, postal_code text, city text, email text, phone text, circonscription text,
                commune text, rpi text, raw jsonb, digest uuid, raw_digest uuid);
            create unlogged table {person} (n integer, extra integer, hint text, kind text, key text, file text,
                new_id uuid, account_id uuid,
                last_name text, first_name text, other_names text, birth_name text, title text, birth_date date, email text,
                phones jsonb, address text, postal_code text, city text, country text, address_releasable boolean,
                level text, nursery boolean, profile text, ine text, sort_name text, search text, login_base text,
                raw jsonb, digest uuid, raw_digest uuid);
            create unlogged table {affiliation} (n integer, school text, profile text, functions text);
            create unlogged table {member} (n integer, school text, kind text, class_key text, name text);
            create unlogged table {link} (n integer, guardian text, link_code text, legal boolean);
            create unlogged table {gone} (n integer, kind text, key text, file text);
            create unlogged table {match} (n integer, kind text, key text, person_id uuid, state text, old_key text,
                raw_same boolean, named boolean, moved boolean, follows boolean default false);
            create unlogged table {leaver} (kind text, key text, person_id uuid, stays boolean, elsewhere boolean default false);
            create unlogged table {want} (a uuid, b uuid, profile text, functions text, legal boolean);
            create unlogged table {lost} (class_id uuid);
            """;
    /** What only partial loads need: their keys are looked up while they are staged. */
    private static final String CREATE_PARTIAL =
            """
            create unlogged table {before} (kind text, key text, attributes jsonb, person_id uuid);
            create unlogged table {more} (kind text, key text, extra integer);
            create index on {person} (kind, key);
            create index on {school} (key);
            create index on {gone} (kind, key);
            """;

    private static final String ANALYZE =
            """
            analyze {school} (key, uai);
            analyze {person} (n, kind, key, ine, nursery, profile, login_base);
            analyze {affiliation};
            analyze {member};
            analyze {link};
            analyze {gone};
            """;

    private final Tx tx;
    private final String prefix;
    private final List<CopyRows> rows = new ArrayList<>();
    private final CopyThread copies = new CopyThread(this::copy);

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

    void create(Connection connection, boolean partial) throws SQLException {
        Rows.run(connection, sql(CREATE));
        if (partial) {
            Rows.run(connection, sql(CREATE_PARTIAL));
        }
    }

    /** A statement with the names of this load's tables in it, and with {@code {feed}}, {@code {academy}}… where {@link LoadFrame} binds their values. */
    String sql(String template) {
        String named = template;
        for (String table : TABLES) {
            named = named.replace("{" + table + "}", prefix + table);
        }
        for (String setting : LoadFrame.SETTINGS) {
            named = named.replace("{" + setting + "}", "current_setting('preau." + setting + "')");
        }
        return named;
    }

    /** Sends what is waiting, if it is worth it. */
    void flushIfFull() {
        int waiting = 0;
        for (CopyRows each : rows) {
            waiting += each.size();
        }
        if (waiting > ENOUGH_FOR_A_COPY) {
            copies.send(taken());
        }
    }

    /** Sends all that is waiting and waits until it is there. */
    void flush() {
        copies.await();
        copy(taken());
    }

    /** Makes the planner know the tables. */
    void analyze(Connection connection) throws SQLException {
        Rows.run(connection, sql(ANALYZE));
    }

    /** Ends the second thread. */
    @Override
    public void close() {
        copies.close();
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
        StringBuilder all = new StringBuilder("drop table if exists ");
        for (String table : TABLES) {
            all.append(prefix).append(table).append(", ");
        }
        Rows.run(connection, all.substring(0, all.length() - 2));
    }

    private List<CopyRows.Chunk> taken() {
        return rows.stream().filter(each -> each.size() > 0).map(CopyRows::take).toList();
    }

    private void copy(List<CopyRows.Chunk> chunks) {
        if (chunks.isEmpty()) {
            return;
        }
        tx.writeSql(connection -> {
            Rows.run(connection, "set local synchronous_commit = off");
            CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
            for (CopyRows.Chunk each : chunks) {
                CopyIn copy = manager.copyIn(sql("copy {" + each.table() + "} from stdin"));
                copy.writeToCopy(each.bytes(), 0, each.size());
                copy.endCopy();
            }
            return 0;
        });
    }

    private static String prefix(UUID load) {
        return "directory.stage_" + load.toString().replace("-", "") + "_";
    }
}
