package org.preau.connectors.category4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Release;
import org.preau.testkit.FakeFacts;
import org.preau.testkit.TestConnector;

class Category4PolicyTest {
    private static final int MANY = 2_000;

    private final Category4Policy policy = new Category4Policy();

    @Test
    @Requirement("3113-4")
    void releasesForEverybodyAnOpaqueIdentifierAndNothingElse() {
        Random chance = new Random(3113_4);
        for (int i = 0; i < MANY; i++) {
            FakeFacts user = FakeFacts.any(chance);
            Agreement everything = new Agreement(Agreement.State.GIVEN, Set.of("ENTPersonNom", "ENTPersonMail"), false);

            Release release = policy.release(
                    TestConnector.of(4, Map.of("attributes", "ENTPersonNom,ENTPersonMail")), user, everything);

            assertThat(release).isEqualTo(new Release(Optional.of(user.id()), Map.of("uid", List.of(user.id()))));
            assertThat(user.asked()).as("asked for").containsExactly("uid");
        }
    }

    @Test
    void asksNobody() {
        assertThat(policy.category()).isEqualTo(4);
        assertThat(policy.asks(TestConnector.of(4, Map.of("attributes", "ENTPersonNom"))))
                .isEmpty();
    }
}
