package org.preau.core.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Tx;

/** Runs every query twice: first as EXPLAIN ANALYZE with the same parameters, whose plan it keeps. */
final class ExplainingTx implements Tx {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tx tx;
    private final List<Plan> plans = new ArrayList<>();

    ExplainingTx(Tx tx) {
        this.tx = tx;
    }

    /** A query's text, its plan, and how long it took, in milliseconds. */
    record Plan(String sql, JsonNode root, double millis) {
        /** Tables that are read from the first row to the last. */
        List<String> scanned() {
            return root.findParents("Node Type").stream()
                    .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
                    .map(node -> node.path("Relation Name").asText())
                    .toList();
        }
    }

    /** The plans since the last call. */
    List<Plan> taken() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    @Override
    public <T extends @Nullable Object> T readSql(SqlWork<T> work) {
        return tx.readSql(connection -> work.run(watched(connection)));
    }

    @Override
    public <T extends @Nullable Object> T writeSql(SqlWork<T> work) {
        return tx.writeSql(work);
    }

    @Override
    public <T extends @Nullable Object> T read(JpaWork<T> work) {
        return tx.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(JpaWork<T> work) {
        return tx.write(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        tx.afterCommit(action);
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && arguments.length == 1) {
                        String sql = (String) arguments[0];
                        return watched(connection, connection.prepareStatement(sql), sql);
                    }
                    return call(method, connection, arguments);
                });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        List<Method> setters = new ArrayList<>();
        List<Object[]> values = new ArrayList<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                        setters.add(method);
                        values.add(arguments);
                    } else if (method.getName().equals("executeQuery")) {
                        explain(connection, sql, setters, values);
                    }
                    return call(method, statement, arguments);
                });
    }

    private void explain(Connection connection, String sql, List<Method> setters, List<Object[]> values)
            throws Throwable {
        try (PreparedStatement explain = connection.prepareStatement("explain (analyze, format json) " + sql)) {
            for (int i = 0; i < setters.size(); i++) {
                call(setters.get(i), explain, values.get(i));
            }
            plans.add(read(explain, sql));
        }
    }

    private static Plan read(PreparedStatement explain, String sql) throws SQLException, java.io.IOException {
        try (ResultSet row = explain.executeQuery()) {
            row.next();
            JsonNode root = JSON.readTree(row.getString(1));
            return new Plan(sql, root, root.get(0).path("Execution Time").asDouble());
        }
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
