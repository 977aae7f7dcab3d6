package org.preau.driver;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The embedded PostgreSQL of a portal: its processes, and what its tables hold. */
public final class Server {
    private final Portal portal;

    /** Of that portal. */
    public Server(Portal portal) {
        this.portal = portal;
    }

    /** Kills the whole server as a power cut would; the portal starts it again. */
    public void kill() throws IOException {
        ProcessHandle server = process();
        List<ProcessHandle> all = new ArrayList<>(server.children().toList());
        all.add(server);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Kills one process that works for a connection: the server then drops all others, empties unlogged tables and recovers by its log. */
    public void killBackend(Random random) throws IOException {
        List<ProcessHandle> backends =
                process().children().filter(Server::worksForPortal).toList();
        backends.get(random.nextInt(backends.size())).destroyForcibly();
    }

    /** One figure. */
    public long count(String query) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The first column of all rows. */
    public List<String> column(String query) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** Changes rows behind the portal's back; gives how many. */
    public int update(String statement) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement act = connection.createStatement()) {
            return act.executeUpdate(statement);
        }
    }

    private Connection connect() throws SQLException, IOException {
        Path data = portal.home.resolve("data");
        int port = new ObjectMapper()
                .readTree(data.resolve("ports.json").toFile())
                .get("postgresql")
                .asInt();
        String password = Files.readString(data.resolve("postgresql.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/preau", "preau", password);
    }

    private ProcessHandle process() throws IOException {
        List<String> mark = Files.readAllLines(portal.home.resolve("data/postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(mark.get(0).strip())).orElseThrow();
    }

    private static boolean worksForPortal(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .contains("preau preau");
        } catch (IOException e) {
            return false;
        }
    }
}
