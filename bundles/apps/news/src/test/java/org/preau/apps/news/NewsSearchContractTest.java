package org.preau.apps.news;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.persistence.Tx;
import org.preau.api.search.SearchProvider;
import org.preau.apps.news.article.NewsUnit;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.SearchProviderContract;

class NewsSearchContractTest extends SearchProviderContract {
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
    protected SearchProvider provider() {
        return new NewsSearch(NewsWorld.desk(tx, portal));
    }
}
