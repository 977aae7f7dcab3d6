package org.preau.apps.news;

import org.preau.api.persistence.Tx;
import org.preau.apps.news.article.Announcements;
import org.preau.apps.news.article.Audiences;
import org.preau.apps.news.article.Newsroom;
import org.preau.apps.news.article.Newsstand;
import org.preau.apps.news.article.ReadMarks;
import org.preau.apps.news.article.WriteRule;
import org.preau.apps.news.view.Desk;
import org.preau.testkit.FakePortal;

/** The news wired by hand in the test kit's portal. */
final class NewsWorld {
    private NewsWorld() {}

    static Desk desk(Tx tx, FakePortal portal) {
        portal.authorisation().rule(new WriteRule());
        return new Desk(
                new Newsroom(
                        tx,
                        portal.authorisation(),
                        portal.audit(),
                        portal.events(),
                        portal.jobs(),
                        portal.hours(),
                        portal.clock(),
                        new Announcements()),
                new Newsstand(tx, portal.clock()),
                new Audiences(portal.directory(), portal.structures(), portal.authorisation()),
                new ReadMarks(tx, portal.clock()),
                portal.hours(),
                portal.clock());
    }
}
