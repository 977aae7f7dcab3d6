package org.preau.apps.news;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.app.PortalApplication;
import org.preau.api.persistence.Tx;
import org.preau.apps.news.article.Audiences;
import org.preau.apps.news.article.NewsUnit;
import org.preau.apps.news.article.Newsroom;
import org.preau.apps.news.article.Newsstand;
import org.preau.apps.news.article.PersonalData;
import org.preau.apps.news.article.ReadMarks;
import org.preau.apps.news.article.WriteRule;
import org.preau.apps.news.view.Desk;
import org.preau.core.persistence.testing.TestDatabase;
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
        portal.authorisation().rule(new WriteRule());
        return new NewsApplication(
                new Desk(
                        new Newsroom(
                                tx,
                                portal.authorisation(),
                                portal.audit(),
                                portal.events(),
                                portal.jobs(),
                                portal.hours(),
                                portal.clock()),
                        new Newsstand(tx, portal.clock()),
                        new Audiences(portal.directory(), portal.structures(), portal.authorisation()),
                        new ReadMarks(tx, portal.clock()),
                        portal.hours(),
                        portal.clock()),
                new PersonalData(tx));
    }
}
