package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallRuleTest {
    private static final List<String> NONE = List.of("service.id", "component.name");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.servlet.Servlet",
                "jakarta.servlet.Filter",
                "jakarta.servlet.ServletContextListener",
                "jakarta.servlet.ServletContainerInitializer",
                "jakarta.servlet.http.HttpSessionListener",
                "jakarta.servlet.http.HttpSessionIdListener",
                "org.osgi.service.servlet.context.ServletContextHelper",
                "org.osgi.service.servlet.whiteboard.Preprocessor",
                "org.ops4j.pax.web.service.whiteboard.ServletMapping",
                "org.eclipse.jetty.server.Handler"
            })
    void refusesWhatAPluginRegistersForTheContainer(String type) {
        assertThat(WallRule.refused("org.example.plugin", List.of("java.lang.Object", type), NONE))
                .isTrue();
    }

    @Test
    void refusesObjectsWithPropertiesForTheContainer() {
        List<String> object = List.of("java.lang.Object");

        assertThat(WallRule.refused("org.example.plugin", object, List.of("osgi.http.whiteboard.resource.pattern")))
                .isTrue();
        assertThat(WallRule.refused(
                        "org.example.plugin", object, List.of("org.ops4j.pax.web.http.whiteboard.websocket")))
                .isTrue();
        assertThat(WallRule.refused(null, object, List.of("osgi.http.whiteboard.listener")))
                .isTrue();
    }

    @Test
    void letsTheOwnersOfTheContextAndTheContainerThrough() {
        for (String owner :
                List.of("org.preau.core.http", "org.preau.core.shell", "org.ops4j.pax.web.pax-web-runtime")) {
            assertThat(WallRule.refused(owner, List.of("jakarta.servlet.Servlet"), NONE))
                    .isFalse();
        }
    }

    @Test
    void doesNotMindOtherServices() {
        assertThat(WallRule.refused("org.example.plugin", List.of("org.preau.api.http.HttpEndpoint"), NONE))
                .isFalse();
    }

    @Test
    void hidesTheContainersOwnServiceFromPlugins() {
        List<String> container = List.of("org.ops4j.pax.web.service.WebContainer");

        assertThat(WallRule.hidden("org.example.plugin", container)).isTrue();
        assertThat(WallRule.hidden("org.preau.core.http", container)).isFalse();
        assertThat(WallRule.hidden("org.example.plugin", List.of("org.slf4j.Logger")))
                .isFalse();
    }
}
