package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

/** A node that takes archives; a database for each test. */
abstract class FeedWorld {
    static final String BEGIN = "begin 24 complete 2026-11-16";

    @TempDir
    Path home;

    TestDatabase database;
    Node node;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        node = new Node(database, database.tx(new FeedUnit()), new Ticking(), home, Map.of());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Two schools of a hundred pupils. */
    void crowd() {
        node.pass(Doing.APPLY, crowdWithout("A", 0));
        assertThat(node.directory.pupils()).hasSize(200);
    }

    static String[] crowdWithout(String school, int gone) {
        List<String> lines = new ArrayList<>(List.of(BEGIN));
        for (int i = 0; i < 100; i++) {
            if (i >= gone || !school.equals("A")) {
                lines.add("pupil a" + i + " A");
            }
            if (i >= gone || !school.equals("B")) {
                lines.add("pupil b" + i + " B");
            }
        }
        return lines.toArray(String[]::new);
    }
}
