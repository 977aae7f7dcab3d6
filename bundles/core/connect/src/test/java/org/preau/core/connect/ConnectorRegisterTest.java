package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.core.connect.ConnectorRegister.Entry;

/** What is registered, what serves it, and who hears of it. */
class ConnectorRegisterTest extends RegisterWorld {
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

    private Optional<String> byService(String url) {
        return world.catalogue.byService("cas", url).map(Connector::id);
    }

    private static String cause(PortalEvent event) {
        return ((ConnectorsChanged) event).cause();
    }
}
