package org.preau.core.connect.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Ids;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.SqlPairwiseIdentifiers;
import org.preau.core.connect.member.SqlMembers;
import org.preau.core.connect.services.ConnectData;
import org.preau.core.connect.testing.FakeKeys;
import org.preau.core.persistence.testing.TestDatabase;

class SqlMergedIdentifiersTest {
    private static final Instant MORNING = Instant.parse("2026-11-23T08:30:00Z");
    private static TestDatabase database;
    private static Tx tx;

    private final SqlMergedIdentifiers merged = new SqlMergedIdentifiers(tx, at(0));
    private final FakeKeys keys = new FakeKeys();
    private final UUID kept = Ids.next();
    private final UUID alias = Ids.next();

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Requirement("3113-3")
    void keepsAtEachConnectorTheIdentifierUsedLast() {
        String oldOfKept = used("quiz", kept, 1);
        String latest = used("quiz", alias, 2);
        String latestOfKept = used("elea", kept, 4);
        used("elea", alias, 3);
        String onlyOfAlias = used("pix", alias, 5);

        merged.merged(kept, alias);
        merged.merged(kept, alias);

        assertThat(used("quiz", kept, 10)).isEqualTo(latest);
        assertThat(used("elea", kept, 10)).isEqualTo(latestOfKept);
        assertThat(used("pix", kept, 10)).isEqualTo(onlyOfAlias);
        assertThat(used("quiz", alias, 11)).isEqualTo(oldOfKept);
    }

    @Test
    void givesEachHisOwnBackWhenTheyArePartedAgain() {
        String quizOfKept = used("quiz", kept, 1);
        String quizOfAlias = used("quiz", alias, 2);
        String pixOfAlias = used("pix", alias, 5);
        merged.merged(kept, alias);

        merged.parted(kept, alias);
        merged.parted(kept, alias);

        assertThat(used("quiz", kept, 10)).isEqualTo(quizOfKept);
        assertThat(used("quiz", alias, 10)).isEqualTo(quizOfAlias);
        assertThat(used("pix", alias, 10)).isEqualTo(pixOfAlias);
    }

    @Test
    @Requirement("71C-F")
    void forgetsWhoWasErased() {
        used("quiz", kept, 1);

        new ConnectData(tx, new SqlMembers(tx, Clock.systemUTC()), event -> {})
                .erase(new DataSubject(UUID.randomUUID(), List.of(kept, alias)));

        long left = tx.readSql(connection -> {
            try (var query =
                    connection.prepareStatement("select count(*) from connect.pairwise where account_id = ?")) {
                query.setObject(1, kept);
                var row = query.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
        assertThat(left).isZero();
    }

    private String used(String connector, UUID account, int hour) {
        return new SqlPairwiseIdentifiers(tx, keys, at(hour)).of(connector, account);
    }

    private static Clock at(int hours) {
        return Clock.fixed(MORNING.plus(Duration.ofHours(hours)), ZoneOffset.UTC);
    }
}
