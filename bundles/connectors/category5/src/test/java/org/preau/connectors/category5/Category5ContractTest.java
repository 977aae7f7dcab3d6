package org.preau.connectors.category5;

import java.util.Map;
import org.preau.api.connector.CategoryPolicy;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category5ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category5Policy();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "attributes", "ENTPersonNom, ENTPersonPrenom",
                "convention.url", "https://quiz.example/conditions",
                "purpose.fr", "Signer votre travail");
    }
}
