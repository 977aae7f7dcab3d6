package org.preau.apps.news;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.app.PortalApplication;
import org.preau.api.persistence.Tx;
import org.preau.apps.news.article.NewsUnit;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PortalApplicationContract;

class NewsContractTest extends PortalApplicationContract {
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
    protected PortalApplication application() {
        return new NewsApplication(NewsWorld.desk(tx, portal));
    }
}
