package org.preau.connectors.category1;

import org.preau.api.connector.CategoryPolicy;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category1ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category1Policy();
    }
}
