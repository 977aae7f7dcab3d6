package org.preau.connectors.category3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.testkit.TestConnector;

class Category3PolicyTest {
    private static final Connector CONNECTOR = TestConnector.of(3, Map.of());

    private final Category3Policy policy = new Category3Policy();

    static Stream<Facts> everybody() {
        return Stream.of(Profile.values()).flatMap(profile -> Stream.of("0240001A", "9760123Z")
                .flatMap(uai -> Stream.of("a1", "f00d").map(id -> new Facts(id, profile.sdetCode(), uai))));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    @Requirement("3113-3")
    void releasesIdentifierProfileAndUaiAndNothingElse(Facts user) {
        Release release = policy.release(CONNECTOR, user);

        assertThat(policy.category()).isEqualTo(3);
        assertThat(release.userId()).contains(user.pairwiseId());
        assertThat(release.attributes())
                .isEqualTo(Map.of(
                        "uid", List.of(user.pairwiseId()),
                        "ENTPersonProfils", List.of(user.profile()),
                        "ENTPersonStructRattachUAI", List.of(user.uai())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "commune-77288", "", "0240001", "0240001AA", "RPI-3"})
    @Requirement("3113-3")
    void releasesNoCodeThatIsNoUai(String code) {
        assertThat(policy.release(CONNECTOR, new Facts("a1", "National_col", code))
                        .attributes())
                .containsOnlyKeys("uid", "ENTPersonProfils");
    }

    @Test
    void keepsTheOrderOfTheSdet() {
        assertThat(policy.release(CONNECTOR, new Facts("a1", "National_elv", "0240001A"))
                        .attributes()
                        .keySet())
                .containsExactly("uid", "ENTPersonProfils", "ENTPersonStructRattachUAI");
    }

    private record Facts(String pairwiseId, String profile, String uai) implements UserFacts {
        @Override
        public List<String> attribute(String sdetName) {
            throw new AssertionError("asked for " + sdetName);
        }
    }
}
