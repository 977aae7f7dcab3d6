package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Ids;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

@Requirement({"41B", "71C"})
class NewsDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new NewsUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new NewsData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into news.article (id, version, title, body, excerpt, scope_kind, scope_id, author_account, author_person, author_name, pinned, urgent, publish_at, changed_at) values (?, 1, 'L''été', '<p>\"a\"</p>', 'a', 'STRUCTURE', ?, ?, ?, 'Claire Verdier', false, false, ?, ?)",
                    Ids.next(),
                    Ids.next(),
                    account,
                    who.personId(),
                    NOW,
                    NOW);
            return Rows.update(
                    connection,
                    "insert into news.visit (account_id, person_id, at) values (?, ?, ?)",
                    account,
                    who.personId(),
                    NOW);
        });
    }

    @Test
    void articlesStayWithTheSchoolWithoutTheirAuthorsName() {
        DataSubject who = new DataSubject(Ids.next(), List.of(Ids.next()));
        keepSomethingAbout(who);
        long before = articles("true");

        data().erase(who);

        assertThat(articles("true")).isEqualTo(before);
        assertThat(articles("author_person = '" + who.personId() + "'")).isZero();
        assertThat(articles("author_name = '' and author_account is null")).isPositive();
    }

    private static long articles(String which) {
        return tx.readSql(connection -> Rows.count(connection, "select count(*) from news.article where " + which));
    }
}
