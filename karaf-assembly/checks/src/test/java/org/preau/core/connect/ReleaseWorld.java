package org.preau.core.connect;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SdetAttribute;
import org.preau.api.connector.UserFacts;
import org.preau.api.directory.Child;
import org.preau.api.directory.FactsOfPeople;
import org.preau.api.directory.PersonFacts;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category1.Category1Policy;
import org.preau.connectors.category2.Category2Policy;
import org.preau.connectors.category3.Category3Policy;
import org.preau.connectors.category4.Category4Policy;
import org.preau.connectors.category5.Category5Policy;

/** The shipped policies, and people of whom the directory knows everything. */
final class ReleaseWorld {
    static final String OPAQUE = "0123456789abcdef0123456789abcdef01234567";

    private static final UUID PLACE = new UUID(0, 1);
    private static final Set<String> EVERYTHING =
            Arrays.stream(SdetAttribute.values()).map(SdetAttribute::sdetName).collect(Collectors.toSet());

    private final DirectoryAttributes attributes = new DirectoryAttributes((ConnectConfig) Proxy.newProxyInstance(
            ReleaseWorld.class.getClassLoader(), new Class<?>[] {ConnectConfig.class}, (self, method, args) -> "ent"));
    private final Map<String, Case> cases = new LinkedHashMap<>();

    /**
     * A category, and what was agreed to.
     *
     * @param policy its policy
     * @param agreement what was agreed to
     */
    record Case(CategoryPolicy policy, Agreement agreement) {}

    ReleaseWorld() {
        attributes.people = new Everybody();
        for (CategoryPolicy policy : List.of(
                new Category1Policy(), new Category2Policy(), new Category3Policy(), new Category4Policy())) {
            cases.put(String.valueOf(policy.category()), new Case(policy, given(false)));
        }
        cases.put("5, nobody asked", new Case(new Category5Policy(), Agreement.NONE));
        cases.put(
                "5, refused", new Case(new Category5Policy(), new Agreement(Agreement.State.REFUSED, EVERYTHING, false)));
        cases.put("5, first visit", new Case(new Category5Policy(), given(false)));
        cases.put("5, next visits", new Case(new Category5Policy(), given(true)));
    }

    /** What is tried, by name. */
    Map<String, Case> cases() {
        return cases;
    }

    Release release(Case each, Profile profile) {
        return release(each, profile, "local");
    }

    Release release(Case each, Profile profile, String counter) {
        Connector connector = new Connector(
                "quiz",
                new LocalizedText("Quiz", "Quiz"),
                each.policy().category(),
                "cas",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.values()),
                Set.of("*"),
                Map.of("attributes", String.join(",", EVERYTHING)));
        return each.policy().release(connector, new Facts(session(profile, counter)), each.agreement());
    }

    private static Agreement given(boolean delivered) {
        return new Agreement(Agreement.State.GIVEN, EVERYTHING, delivered);
    }

    private static PortalSession session(Profile profile, String counter) {
        String code =
                switch (profile) {
                    case TERRITORY -> "commune-77288";
                    case ACADEMY -> "24";
                    case INSPECTOR, ADVISER -> "0779999Z";
                    default -> "0240001A";
                };
        return new PortalSession(
                new UUID(0, 2),
                new UUID(0, 3),
                new UUID(0, profile.ordinal()),
                "login",
                "Given",
                "Family",
                counter,
                Instant.EPOCH,
                new PortalSession.Context(profile, PLACE, "Les Chênes", code, null));
    }

    private final class Facts implements UserFacts {
        private final PortalSession session;

        private Facts(PortalSession session) {
            this.session = session;
        }

        @Override
        public String pairwiseId() {
            return OPAQUE;
        }

        @Override
        public String profile() {
            return session.context().profile().sdetCode();
        }

        @Override
        public String uai() {
            return session.context().uai();
        }

        @Override
        public List<String> attribute(String sdetName) {
            return attributes.values(session, List.of(sdetName)).getOrDefault(sdetName, List.of());
        }
    }

    /** Everybody has a full file; pupils are in a class and a group, teachers and heads teach one. */
    private static final class Everybody implements FactsOfPeople {
        @Override
        public Optional<PersonFacts> of(UUID personId) {
            Profile profile = Profile.values()[(int) personId.getLeastSignificantBits()];
            List<PersonFacts.InClass> classes =
                    switch (profile) {
                        case STUDENT -> List.of(
                                new PersonFacts.InClass(PLACE, "CE1 A", profile, false),
                                new PersonFacts.InClass(PLACE, "Chorale", profile, true));
                        case TEACHER, HEAD -> List.of(new PersonFacts.InClass(PLACE, "CE1 A", Profile.TEACHER, false));
                        default -> List.of();
                    };
            return Optional.of(new PersonFacts(
                    personId,
                    "Family",
                    "Given",
                    "Birth",
                    "Mme",
                    LocalDate.of(2018, 2, 1),
                    "a@mail.example",
                    "CE1",
                    classes));
        }

        @Override
        public List<Child> legalChildrenOf(UUID guardianId) {
            throw new UnsupportedOperationException();
        }
    }
}
