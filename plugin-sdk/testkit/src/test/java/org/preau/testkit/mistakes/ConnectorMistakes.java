package org.preau.testkit.mistakes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.Release;
import org.preau.api.connector.ServicePattern;
import org.preau.api.connector.UserFacts;
import org.preau.testkit.contract.CategoryPolicyContract;
import org.preau.testkit.contract.ConnectorContract;

/** Connectors and a policy with one mistake each, and their contract tests. */
final class ConnectorMistakes {
    private ConnectorMistakes() {}

    static Connector connector(int category, String protocol, String launch) {
        return new Connector(
                "trial",
                new LocalizedText("Essai", "Trial"),
                category,
                protocol,
                URI.create(launch),
                List.of(ServicePattern.parse("https://trial.example/*")),
                Optional.empty(),
                Set.of(Profile.STUDENT),
                Set.of("*"));
    }

    static class None extends ConnectorContract {
        @Override
        protected ConnectorDeclaration declaration() {
            return () -> connector(3, "cas", "https://trial.example/");
        }
    }

    static class TellsWhoComesInCategoryOne extends ConnectorContract {
        @Override
        protected ConnectorDeclaration declaration() {
            return () -> connector(1, "cas", "https://trial.example/");
        }
    }

    static class PlainHttp extends ConnectorContract {
        @Override
        protected ConnectorDeclaration declaration() {
            return () -> connector(3, "cas", "http://trial.example/");
        }
    }

    static class TicketsForElsewhere extends ConnectorContract {
        @Override
        protected ConnectorDeclaration declaration() {
            return () -> connector(3, "cas", "https://launch.example/");
        }
    }

    static class GivesNamesAway extends CategoryPolicyContract {
        @Override
        protected CategoryPolicy policy() {
            return new CategoryPolicy() {
                @Override
                public int category() {
                    return 2;
                }

                @Override
                public Release release(Connector connector, UserFacts user) {
                    return new Release(Optional.empty(), Map.of("ENTPersonNom", user.attribute("ENTPersonNom")));
                }
            };
        }
    }
}
