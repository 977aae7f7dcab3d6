package org.preau.apps.people;

import org.preau.api.app.PortalApplication;
import org.preau.api.persistence.Tx;
import org.preau.apps.people.school.ClassTeachers;
import org.preau.apps.people.school.Roster;
import org.preau.apps.people.view.Desk;
import org.preau.testkit.FakeAccounts;
import org.preau.testkit.StandIn;
import org.preau.testkit.contract.PortalApplicationContract;

class PeopleContractTest extends PortalApplicationContract {
    /** Showing people changes nothing. */
    private static final Tx NONE = StandIn.of(Tx.class, (method, arguments) -> {
        throw new AssertionError("a view began a transaction: " + method);
    });

    @Override
    protected PortalApplication application() {
        Roster roster = new Roster(portal.directory());
        ClassTeachers teachers = new ClassTeachers(NONE, portal.directory(), portal.authorisation(), portal.audit());
        Desk desk = new Desk(
                portal.directory(), portal.structures(), new FakeAccounts(), portal.authorisation(), roster, teachers);
        return new PeopleApplication(desk, roster, teachers);
    }
}
