package org.preau.apps.people;

import org.preau.api.search.SearchProvider;
import org.preau.testkit.contract.SearchProviderContract;

class PeopleSearchContractTest extends SearchProviderContract {
    @Override
    protected SearchProvider provider() {
        return new PeopleSearch(portal.directory());
    }
}
