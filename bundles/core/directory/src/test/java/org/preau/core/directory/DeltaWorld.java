package org.preau.core.directory;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.persistence.Rows;

/** Schools that a complete archive has filled, and archives that come after it. */
abstract class DeltaWorld {
    TestSchools schools;
    LocalDate date = LocalDate.parse("2026-11-16");

    @BeforeEach
    void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    UUID apply(Consumer<DirectoryLoad> records) {
        date = date.plusDays(1);
        return run(new LoadSource("aaf", "24", false, date, "delta " + date), records);
    }

    UUID run(LoadSource source, Consumer<DirectoryLoad> records) {
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            records.accept(load);
            load.apply(Leavers.all());
            return load.id();
        }
    }

    int count(String sql) {
        return schools.tx.readSql(connection -> (int) Rows.count(connection, sql));
    }
}
