package org.preau.connectors.category3;

import org.preau.api.connector.CategoryPolicy;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category3ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category3Policy();
    }
}
