package org.preau.connectors.category2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Release;
import org.preau.testkit.FakeFacts;
import org.preau.testkit.TestConnector;

class Category2PolicyTest {
    private static final int MANY = 2_000;

    private final Category2Policy policy = new Category2Policy();

    @Test
    @Requirement("3113-2")
    void releasesForNobodyAnythingThatIsTiedToAnIdentity() {
        Random chance = new Random(3113_2);
        for (int i = 0; i < MANY; i++) {
            FakeFacts user = FakeFacts.any(chance);
            Agreement everything = new Agreement(Agreement.State.GIVEN, Set.of("ENTPersonNom", "ENTPersonMail"), false);

            Release release = policy.release(
                    TestConnector.of(2, Map.of("attributes", "ENTPersonNom,ENTPersonMail")), user, everything);

            assertThat(release.attributes().keySet())
                    .isSubsetOf("idENT", "ENTPersonProfils", "ENTPersonStructRattachUAI");
            assertThat(user.asked())
                    .as("asked for")
                    .isSubsetOf("idENT", "ENTPersonProfils", "ENTPersonStructRattachUAI");
        }
    }

    @Test
    @Requirement("3113-2")
    void givesEverybodyOfAProfileAndSchoolTheSameUser() {
        Random chance = new Random(2);
        for (int i = 0; i < MANY; i++) {
            FakeFacts user = FakeFacts.any(chance);
            boolean school = user.uai().matches("[0-9]{7}[A-Z]");

            assertThat(policy.release(TestConnector.of(2, Map.of()), user).userId())
                    .contains(school ? user.profile() + "@" + user.uai() : user.profile());
        }
    }

    @Test
    void asksNobody() {
        assertThat(policy.category()).isEqualTo(2);
        assertThat(policy.asks(TestConnector.of(2, Map.of("attributes", "ENTPersonNom"))))
                .isEmpty();
    }
}
