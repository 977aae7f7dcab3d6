package org.preau.connectors.category2;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

class Category2PolicyTest {
    private static final int MANY = 2_000;
    private static final List<String> CODES = List.of("0240001A", "9760123Z", "24", "commune-77288", "", "0240001AA");

    private final Category2Policy policy = new Category2Policy();

    @Test
    @Requirement("3113-2")
    void releasesForNobodyAnythingThatIsTiedToAnIdentity() {
        Random chance = new Random(3113_2);
        for (int i = 0; i < MANY; i++) {
            Facts user = new Facts(chance);
            Agreement everything = new Agreement(Agreement.State.GIVEN, Set.of("ENTPersonNom", "ENTPersonMail"), false);

            Release release =
                    policy.release(connector(Map.of("attributes", "ENTPersonNom,ENTPersonMail")), user, everything);

            assertThat(release.attributes().keySet())
                    .isSubsetOf("idENT", "ENTPersonProfils", "ENTPersonStructRattachUAI");
            assertThat(user.asked).as("asked for").isSubsetOf("idENT");
        }
    }

    @Test
    @Requirement("3113-2")
    void givesEverybodyOfAProfileAndSchoolTheSameUser() {
        Random chance = new Random(2);
        for (int i = 0; i < MANY; i++) {
            Facts user = new Facts(chance);
            boolean school = user.uai().matches("[0-9]{7}[A-Z]");

            assertThat(policy.release(connector(Map.of()), user).userId())
                    .contains(school ? user.profile() + "@" + user.uai() : user.profile());
        }
    }

    @Test
    void asksNobody() {
        assertThat(policy.category()).isEqualTo(2);
        assertThat(policy.asks(connector(Map.of("attributes", "ENTPersonNom")))).isEmpty();
    }

    private static Connector connector(Map<String, String> settings) {
        return new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                2,
                "cas",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                settings);
    }

    /** Somebody of whom everything is known; remembers what was asked for. */
    private static final class Facts implements UserFacts {
        private final Set<String> asked = new HashSet<>();
        private final Profile profile;
        private final String uai;
        private final String id;

        private Facts(Random chance) {
            profile = Profile.values()[chance.nextInt(Profile.values().length)];
            uai = CODES.get(chance.nextInt(CODES.size()));
            id = Long.toHexString(chance.nextLong());
        }

        @Override
        public String pairwiseId() {
            asked.add("uid");
            return id;
        }

        @Override
        public String profile() {
            return profile.sdetCode();
        }

        @Override
        public String uai() {
            return uai;
        }

        @Override
        public List<String> attribute(String sdetName) {
            asked.add(sdetName);
            return List.of(sdetName + " of " + id);
        }
    }
}
