package org.preau.connectors.category5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SdetAttribute;
import org.preau.testkit.FakeFacts;
import org.preau.testkit.TestConnector;

class Category5PolicyTest {
    private static final int MANY = 5_000;
    private static final List<String> NAMES =
            Arrays.stream(SdetAttribute.values()).map(SdetAttribute::sdetName).toList();

    private final Category5Policy policy = new Category5Policy();

    @Test
    @Requirement("3113-5")
    void releasesForNobodyAnythingThatWasNotDeclaredAndAgreedTo() {
        Random chance = new Random(3113_5);
        for (int i = 0; i < MANY; i++) {
            Connector connector = TestConnector.of(5, Map.of("attributes", String.join(",", some(chance, NAMES))));
            Agreement agreement = agreement(chance);
            FakeFacts user = FakeFacts.any(chance);

            Release release = policy.release(connector, user, agreement);

            boolean given = agreement.state() == Agreement.State.GIVEN;
            Set<String> allowed = new HashSet<>();
            if (given) {
                allowed.add("uid");
                if (!agreement.delivered()) {
                    allowed.addAll(policy.asks(connector));
                    allowed.retainAll(plusUid(agreement.attributes()));
                }
            }
            assertThat(release.attributes().keySet())
                    .as("%s by %s", connector.settings(), agreement)
                    .isSubsetOf(allowed);
            assertThat(release.userId().isPresent()).isEqualTo(given);
            assertThat(user.asked()).as("asked for").isSubsetOf(allowed);
        }
    }

    @Test
    @Requirement("3113-5")
    void releasesWhatWasAgreedToOnceThenTheIdentifierAlone() {
        Connector connector = TestConnector.of(5, Map.of("attributes", "ENTPersonNom, ENTPersonMail,ENTPersonPrenom"));
        Set<String> agreed = Set.of("ENTPersonNom", "ENTPersonPrenom");

        Release first = policy.release(
                connector, FakeFacts.any(new Random(1)), new Agreement(Agreement.State.GIVEN, agreed, false));
        Release next = policy.release(
                connector, FakeFacts.any(new Random(1)), new Agreement(Agreement.State.GIVEN, agreed, true));

        assertThat(first.attributes().keySet()).containsExactly("uid", "ENTPersonNom", "ENTPersonPrenom");
        assertThat(next.attributes())
                .isEqualTo(Map.of("uid", List.of(next.userId().orElseThrow())));
    }

    @Test
    void releasesNothingToWhoseUserWasNotAsked() {
        assertThat(policy.release(
                        TestConnector.of(5, Map.of("attributes", "ENTPersonNom")), FakeFacts.any(new Random(1))))
                .isEqualTo(Release.NOTHING);
    }

    @Test
    void takesASoundConvention() {
        assertThat(policy.problems(TestConnector.of(5, sound()))).isEmpty();
        assertThat(policy.settings()).containsAll(sound().keySet());
    }

    @Test
    void takesPurposesForEachAttributeAlone() {
        Map<String, String> settings = sound();
        settings.remove("purpose.fr");
        settings.put("purpose.ENTPersonNom.fr", "Signer votre travail");
        settings.put("purpose.ENTPersonPrenom.fr", "Vous appeler");

        assertThat(policy.problems(TestConnector.of(5, settings))).isEmpty();
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(String.join("\n", policy.problems(TestConnector.of(5, Map.of()))))
                .contains("attributes is missing")
                .contains("convention.url is missing");
        assertThat(String.join("\n", policy.problems(TestConnector.of(5, Map.of("attributes", "ENTPersonNom")))))
                .contains("purpose.fr is missing");
    }

    @Test
    void tellsWhatIsWrong() {
        Map<String, String> settings = sound();
        settings.put("attributes", "ENTPersonNom, ENTEleveINE");
        settings.put("convention.url", "javascript:alert(1)");
        settings.put("purpose.ENTPersonName.fr", "slip of the pen");

        assertThat(policy.problems(TestConnector.of(5, settings)))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("gives out no ENTEleveINE"))
                .anyMatch(problem -> problem.contains("is no https address"))
                .anyMatch(problem -> problem.startsWith("purpose.ENTPersonName.fr"));
        assertThat(policy.asks(TestConnector.of(5, settings))).containsExactly("ENTPersonNom");
    }

    private static Map<String, String> sound() {
        return new HashMap<>(Map.of(
                "attributes", "ENTPersonNom,ENTPersonPrenom",
                "convention.url", "https://quiz.example/cgu",
                "purpose.fr", "Afficher votre nom",
                "purpose.en", "Show your name"));
    }

    private static Set<String> plusUid(Set<String> names) {
        Set<String> all = new HashSet<>(names);
        all.add("uid");
        return all;
    }

    private static Agreement agreement(Random chance) {
        Agreement.State[] states = Agreement.State.values();
        return new Agreement(
                states[chance.nextInt(states.length)], Set.copyOf(some(chance, NAMES)), chance.nextBoolean());
    }

    private static List<String> some(Random chance, List<String> of) {
        return of.stream().filter(name -> chance.nextInt(3) == 0).toList();
    }
}
