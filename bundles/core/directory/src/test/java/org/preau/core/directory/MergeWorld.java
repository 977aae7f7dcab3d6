package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.persistence.Rows;

/** Schools in which people may be merged. */
abstract class MergeWorld {
    static final Subject BY = Subject.SYSTEM;

    World world;

    @BeforeEach
    void open() {
        world = new World();
    }

    @AfterEach
    void drop() {
        world.close();
    }

    void families() {
        world.pupil("10", "Léo", "BLANC", "2019-01-01", "1A", "30")
                .pupilOf("2", "11", "Mia", "BLANC", "2017-01-01", "2B", "31")
                .guardian("30", "Eva", "BLANC", "1985-01-01", "a@post.example.net", "")
                .guardian("31", "Éva", "BLANC", "1985-01-01", "b@post.example.net", "0600000001")
                .teacher("50", "Eva", "BLANC", null, "", "1")
                .feed();
    }

    String names(UUID person) {
        return world.schools.tx.<String>readSql(connection -> Rows.first(
                        connection,
                        "select last_name || ' ' || email as row from directory.person where id = ?",
                        row -> row.getString("row"),
                        person)
                .orElseThrow());
    }

    void assertConflict(String keep, String gone) {
        assertThatThrownBy(() -> world.identities.merge(BY, world.person(keep), world.person(gone)))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
