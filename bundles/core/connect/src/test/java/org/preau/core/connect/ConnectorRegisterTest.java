package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRegister.State;

class ConnectorRegisterTest {
    private static final Map<String, String> LINK =
            ConnectWorld.file("protocol", "link", "category", "1", "launch.url", "https://free.example/");

    private final ConnectWorld world = new ConnectWorld();
    private final CategoryPolicy category1 = new Nothing(1);

    @Test
    void isActiveWhileCategoryAndProtocolAreThere() {
        world.write("org.preau.connector~free.cfg", LINK);
        assertThat(states()).containsExactly("free unavailable");

        world.deploy(category1);
        assertThat(states()).containsExactly("free active");

        world.undeploy(category1);
        assertThat(states()).containsExactly("free unavailable");
        assertThat(world.register.entries().get(0).problems())
                .singleElement()
                .asString()
                .startsWith("org.preau.connector~free.cfg: category 1 is not there");
    }

    @Test
    void servesTheFileAndReportsTheBundleOfTheSameId() {
        world.deploy(category1);
        world.write("org.preau.connector~free.cfg", LINK);
        world.declarations.addDeclaration(() -> link("free", "*"), reference("org.school.free"));

        assertThat(world.register.entries())
                .extracting(Entry::origin, Entry::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("org.preau.connector~free.cfg", State.ACTIVE),
                        org.assertj.core.groups.Tuple.tuple("org.school.free", State.SHADOWED));
        world.delete("org.preau.connector~free.cfg");
        assertThat(world.catalogue.all()).extracting(ConnectorStatus::version).containsExactly("2.1.0");
    }

    @Test
    void reportsABundleWhoseDeclarationFailsOrBreaksTheRules() {
        ServiceReference<ConnectorDeclaration> failing = reference("org.school.failing");
        world.declarations.addDeclaration(
                () -> {
                    throw new IllegalArgumentException("no such thing");
                },
                failing);
        world.declarations.addDeclaration(() -> withProtocol(link("wide", "*"), "cas"), reference("org.school.wide"));

        assertThat(world.catalogue.all()).isEmpty();
        assertThat(world.register.entries()).extracting(Entry::state).containsOnly(State.INVALID);
        assertThat(world.register.entries().get(0).problems().get(0)).contains("no such thing");

        world.declarations.removeDeclaration(failing);
        assertThat(world.register.entries()).extracting(Entry::id).containsExactly("wide");
    }

    @Test
    @Requirement("3113-1")
    void isForItsProfilesInItsStructuresOnly() {
        world.deploy(category1);
        world.write("org.preau.connector~all.cfg", with("audience.structures", "*"));
        world.write("org.preau.connector~one.cfg", with("audience.structures", "0240001a"));
        world.write("org.preau.connector~town.cfg", with("audience.structures", "commune-77288"));
        world.write("org.preau.connector~heads.cfg", with("audience.profiles", "HEAD"));
        PortalSession inTown = world.sessions.signIn("a", Profile.TEACHER, world.school);
        PortalSession elsewhere = world.sessions.signIn("b", Profile.TEACHER, world.otherSchool);
        PortalSession guardian = world.sessions.signIn("c", Profile.GUARDIAN, world.school);

        assertThat(visible(inTown)).containsExactlyInAnyOrder("all", "one", "town");
        assertThat(visible(elsewhere)).containsExactly("all");
        assertThat(visible(guardian)).isEmpty();
        world.toggles.switchOff("connector:all");
        assertThat(visible(elsewhere)).isEmpty();
    }

    @Test
    void givesOnlyThoseForAllStructuresWithoutADirectory() {
        world.write("org.preau.connector~all.cfg", with("audience.structures", "*"));
        world.write("org.preau.connector~one.cfg", with("audience.structures", "0240001A"));
        world.audience.structures = null;
        world.audience.toggles = null;

        assertThat(visible(world.sessions.signIn("a", Profile.TEACHER, world.school)))
                .containsExactly("all");
    }

    @Test
    void findsTheConnectorThatSaysMostAboutAServiceAddress() {
        world.write("org.preau.connector~wide.cfg", ConnectWorld.file("service.urls", "https://q.example/*"));
        world.write("org.preau.connector~deep.cfg", ConnectWorld.file("service.urls", "https://q.example/app/*"));
        world.write("org.preau.connector~exact.cfg", ConnectWorld.file("service.urls", "https://q.example/app/"));

        assertThat(byService("https://q.example/x")).contains("wide");
        assertThat(byService("https://q.example/app/x")).contains("deep");
        assertThat(byService("https://q.example/app/")).contains("exact");
        assertThat(byService("https://other.example/app/")).isEmpty();
        assertThat(world.catalogue.byService("oidc", "https://q.example/x")).isEmpty();
    }

    @Test
    void tellsOpenPagesWhatComesAndGoes() {
        List<String> causes = new ArrayList<>();
        world.notices.events = event -> causes.add(cause(event));
        world.deploy(category1);
        world.write("org.preau.connector~free.cfg", LINK);
        world.write("org.preau.connector~free.cfg", LINK);
        world.write("org.preau.connector~free.cfg", with("audience.profiles", "HEAD"));
        world.delete("org.preau.connector~free.cfg");
        world.undeploy(category1);

        assertThat(causes)
                .containsExactly("category:1", "connector:free", "connector:free", "connector:free", "category:1");
    }

    @Test
    void goesOnWhenNobodyCanBeTold() {
        world.notices.events = event -> {
            throw new PortalException(ErrorCode.UNAVAILABLE, "no database", null);
        };
        world.write("org.preau.connector~free.cfg", LINK);
        world.notices.close();
        world.deploy(category1);

        assertThat(states()).containsExactly("free active");
    }

    @Test
    void leavesTheConfigurationsOfBundlesAlone() {
        world.write("org.preau.connectors.category1.cfg", Map.of("x", "y"));
        world.write("org.preau.connector_x.cfg", Map.of("x", "y"));

        assertThat(world.register.entries()).extracting(Entry::id).containsExactly("_x");
    }

    @Test
    void letsTheHigherRankingServe() {
        CategoryPolicy better = new Nothing(1);
        world.deploy(category1);
        world.parts.addPolicy(better, Map.of("service.id", 9L, "service.ranking", 5));

        assertThat(world.parts.policy(1)).containsSame(better);
        world.undeploy(better);
        assertThat(world.parts.policy(1)).containsSame(category1);
    }

    @Test
    void refusesAnIdThatIsAPageOfThePortal() {
        world.write("org.preau.connector~services.cfg", LINK);

        assertThat(world.register.entries()).singleElement().satisfies(entry -> assertThat(entry.problems())
                .singleElement()
                .asString()
                .contains("/connect/services is a page of the portal"));
    }

    private List<String> states() {
        return world.catalogue.all().stream()
                .map(status -> status.connector().id() + " " + status.state())
                .toList();
    }

    private List<String> visible(PortalSession session) {
        return world.catalogue.visibleTo(session).stream()
                .map(status -> status.connector().id())
                .toList();
    }

    private Optional<String> byService(String url) {
        return world.catalogue.byService("cas", url).map(Connector::id);
    }

    private static String cause(PortalEvent event) {
        return ((ConnectorsChanged) event).cause();
    }

    private static Map<String, String> with(String key, String value) {
        return ConnectWorld.file("protocol", "link", "category", "1", key, value);
    }

    private static Connector link(String id, String structures) {
        return new Connector(
                id,
                new LocalizedText("Libre", "Free"),
                1,
                "link",
                URI.create("https://free.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.TEACHER),
                Set.of(structures));
    }

    private static Connector withProtocol(Connector of, String protocol) {
        return new Connector(
                of.id(),
                of.name(),
                of.category(),
                protocol,
                of.launchUrl(),
                of.services(),
                of.logoutUrl(),
                of.profiles(),
                of.structures());
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<ConnectorDeclaration> reference(String symbolicName) {
        ClassLoader loader = ConnectorRegisterTest.class.getClassLoader();
        Object bundle = Proxy.newProxyInstance(
                loader, new Class<?>[] {Bundle.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> symbolicName;
                    case "getVersion" -> new Version(2, 1, 0);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (ServiceReference<ConnectorDeclaration>) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private record Nothing(int category) implements CategoryPolicy {
        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
