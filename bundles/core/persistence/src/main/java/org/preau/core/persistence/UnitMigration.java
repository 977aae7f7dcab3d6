package org.preau.core.persistence;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema of a unit to what its bundle expects. */
final class UnitMigration {
    private static final Logger log = LoggerFactory.getLogger(UnitMigration.class);
    /** The table in each schema that says which scripts ran. */
    static final String HISTORY = "schema_history";

    private UnitMigration() {}

    /**
     * Makes the schema at first, then runs the scripts that have not run yet; nodes that start together take turns.
     *
     * @return how many scripts ran
     */
    static int run(String unit, List<Script> scripts, DataSource database) {
        if (scripts.isEmpty()) {
            throw new IllegalArgumentException("unit " + unit + " has no script in " + Script.FOLDER);
        }
        MigrateResult result = Flyway.configure(Flyway.class.getClassLoader())
                .dataSource(database)
                .schemas(unit)
                .defaultSchema(unit)
                .createSchemas(true)
                .table(HISTORY)
                .resourceProvider(new UnitScripts(scripts))
                .javaMigrationClassProvider(List::of)
                .ignoreMigrationPatterns("*:future")
                .placeholderReplacement(false)
                .loggers("slf4j")
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            log.info(
                    "Schema {}: {} scripts run, now at version {}",
                    unit,
                    result.migrationsExecuted,
                    result.targetSchemaVersion);
        }
        return result.migrationsExecuted;
    }
}
