package org.preau.connectors.category4;

import org.preau.api.connector.CategoryPolicy;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category4ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category4Policy();
    }
}
