package org.preau.connectors.category2;

import org.preau.api.connector.CategoryPolicy;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category2ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category2Policy();
    }
}
