package org.preau.core.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction, on the thread that runs it: its connection, the entities of each unit that joined, and what waits for its commit. */
final class RunningTransaction {
    private static final Logger log = LoggerFactory.getLogger(RunningTransaction.class);

    private final Connection connection;
    private final boolean writes;
    private final Map<EntityManagerFactory, EntityManager> entities = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean broken;

    RunningTransaction(Connection connection, boolean writes) {
        this.connection = connection;
        this.writes = writes;
    }

    /** Whether it may change anything. */
    boolean writes() {
        return writes;
    }

    /** It can only be rolled back from now on: part of its writing failed. */
    void markBroken() {
        broken = true;
    }

    /** The connection for the portal's own SQL. */
    Connection strictConnection() {
        return LentConnection.strict(connection);
    }

    /** The connection for a library. */
    Connection lenientConnection() {
        return LentConnection.lenient(connection);
    }

    /** The entities of a unit in this transaction. */
    EntityManager entities(EntityManagerFactory unit) {
        EntityManager known = entities.get(unit);
        if (known == null) {
            known = unit.createEntityManager();
            if (writes) {
                known.getTransaction().begin();
            }
            entities.put(unit, known);
        }
        return known;
    }

    /** Writes what is pending in the entities of a unit, so that SQL sees it. */
    void flush(EntityManagerFactory unit) {
        EntityManager known = entities.get(unit);
        if (known != null && writes) {
            known.flush();
        }
    }

    /** Has something done once this has committed. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Writes all that is pending and commits. */
    void commit() throws SQLException {
        if (broken) {
            throw new IllegalStateException("part of this transaction failed: it cannot be committed");
        }
        if (writes) {
            for (EntityManager each : List.copyOf(entities.values())) {
                each.getTransaction().commit();
            }
        }
        connection.commit();
    }

    /** Takes back all; what fails meanwhile is of no matter: the connection is thrown away then. */
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            log.debug("rollback failed", e);
        }
    }

    /** Gives everything back. */
    void close() {
        for (EntityManager each : entities.values()) {
            try {
                if (each.getTransaction().isActive()) {
                    each.getTransaction().rollback();
                }
                each.close();
            } catch (RuntimeException e) {
                log.debug("entities could not be closed", e);
            }
        }
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("connection could not be given back", e);
        }
    }

    /** Does what waited for the commit; one that fails is logged and the others are done. */
    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.error("what was to follow a commit failed", e);
            }
        }
    }
}
