package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SdetAttribute;
import org.preau.testkit.FakeFacts;
import org.preau.testkit.TestConnector;

/**
 * What every policy of an SDET category obeys: it gives nothing that its category does not allow, to nobody, and asks for no fact that it does not release. The limits of each category are those of the tender
 * (3113-1 to 3113-5), not the policy's own word.
 */
public abstract class CategoryPolicyContract {
    private static final Set<String> ANONYMOUS = Arrays.stream(SdetAttribute.values())
            .filter(SdetAttribute::anonymous)
            .map(SdetAttribute::sdetName)
            .collect(Collectors.toUnmodifiableSet());
    private static final String ID = FakeFacts.of(Profile.STUDENT).id();
    private static final Set<String> OPAQUE = Set.of("uid", "ENTPersonProfils", "ENTPersonStructRattachUAI");

    /** The policy. */
    protected abstract CategoryPolicy policy();

    /** What a complete connector of this category has in its file beside the common keys; nothing unless the policy reads settings. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    private Connector connector() {
        return TestConnector.of(policy().category(), settings());
    }

    /** Its category is one of the five. */
    @Test
    protected void isOfOneOfTheFiveCategories() {
        assertThat(policy().category()).as("the category").isBetween(1, 5);
    }

    /** A complete connector has no problem. */
    @Test
    protected void acceptsACompleteConnector() {
        assertThat(policy().problems(connector()))
                .as("problems of a complete connector")
                .isEmpty();
    }

    /** Whoever it is, nothing leaves that the category does not allow. */
    @Test
    protected void givesNothingThatItsCategoryDoesNotAllow() {
        for (Profile profile : Profile.values()) {
            check(policy().release(connector(), FakeFacts.of(profile)), "for " + profile);
        }
    }

    /** While nobody agreed, what needs an agreement stays. */
    @Test
    protected void keepsWhatNobodyAgreedTo() {
        CategoryPolicy policy = policy();
        List<String> asks = policy.asks(connector());
        for (Profile profile : Profile.values()) {
            for (Agreement agreement :
                    List.of(Agreement.NONE, new Agreement(Agreement.State.REFUSED, Set.of(), false))) {
                Release release = policy.release(connector(), FakeFacts.of(profile), agreement);
                check(release, "for " + profile + " after " + agreement.state());
                assertThat(release.attributes().keySet())
                        .as("what leaves for " + profile + " after " + agreement.state()
                                + ", of what must be asked for")
                        .noneMatch(asks::contains);
            }
        }
    }

    /** The same question has the same answer. */
    @Test
    protected void answersTheSameAgain() {
        CategoryPolicy policy = policy();
        assertThat(policy.release(connector(), FakeFacts.of(Profile.STUDENT)))
                .as("what leaves the second time")
                .isEqualTo(policy.release(connector(), FakeFacts.of(Profile.STUDENT)));
    }

    /** An identifier is made and stored when it is asked for: only a policy that releases it asks. */
    @Test
    protected void asksForNoIdentifierThatItDoesNotRelease() {
        FakeFacts facts = FakeFacts.of(Profile.TEACHER);
        Release release = policy().release(connector(), facts);
        boolean released = release.userId().stream().anyMatch(ID::equals)
                || release.attributes().values().stream().anyMatch(values -> values.contains(ID));
        if (!released) {
            assertThat(facts.asked()).as("facts asked for").doesNotContain("uid");
        }
    }

    private void check(Release release, String who) {
        Set<String> names = release.attributes().keySet();
        String what = "attributes that leave " + who + " in category " + policy().category();
        switch (policy().category()) {
            case 1 -> assertThat(release).as(what).isEqualTo(Release.NOTHING);
            case 2 -> {
                assertThat(names).as(what).isSubsetOf(ANONYMOUS);
                assertThat(release.userId())
                        .as("the identifier " + who + " in category 2: everybody's")
                        .isNotEqualTo(Optional.of(ID));
            }
            case 3 -> {
                assertThat(names).as(what).isSubsetOf(OPAQUE);
                assertThat(release.userId().stream().allMatch(ID::equals))
                        .as("the identifier " + who + " is the opaque one")
                        .isTrue();
            }
            default ->
                assertThat(names)
                        .as(what + ": those of the SDET and uid")
                        .allMatch(name ->
                                name.equals("uid") || SdetAttribute.named(name).isPresent());
        }
    }
}
