package org.preau.connectors.category1;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.testkit.contract.CategoryPolicyContract;

class Category1ContractTest extends CategoryPolicyContract {
    @Override
    protected CategoryPolicy policy() {
        return new Category1Policy();
    }

    @Override
    protected Connector connector() {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                1,
                "link",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                Map.of());
    }
}
