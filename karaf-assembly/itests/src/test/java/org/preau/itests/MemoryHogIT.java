package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.itests.bad.Bad;

/** A plugin that asks for more memory at once than there is takes the portal down once; started again, the portal keeps it out. And one portal runs in a home, whatever became of its pid file. */
class MemoryHogIT {
    @Test
    @Requirement({"510F", "75B-D"})
    void whatTookThePortalDownStaysOutWhenItIsStartedAgain() throws Exception {
        try (Portal portal = Portal.demo("memory-hog")) {
            refusesASecondStart(portal);
            portal.deploy(Jars.bad(Bad.HOGS), "hogs.jar");
            portal.await("it is there", Duration.ofSeconds(20), () -> portal.json("preau:app-list --json")
                    .toString()
                    .contains("\"hogs\""));
            ProcessHandle process = portal.process();
            open(portal);
            portal.await("the portal has ended", Duration.ofSeconds(60), () -> !process.isAlive());

            portal.start();

            assertThat(portal.log()).contains("The last run ended because the memory ran out");
            assertThat(stopped(portal)).containsExactly(Bad.HOGS.bundle());
            // who is not called cannot tell its name either, as long as it has not been called once
            assertThat(visitor(portal).open("/app/hogs")).containsPattern("arrêtée un moment|pas là pour le moment");
            assertThat(new PlainClient(portal).get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static void refusesASecondStart(Portal portal) throws Exception {
        String pid = Files.readString(portal.home.resolve("data/preau.pid"));
        Files.delete(portal.home.resolve("data/preau.pid"));
        assertThat(portal.tryStart()).isNotZero();
        assertThat(new PlainClient(portal).get("/health").statusCode()).isEqualTo(200);
        assertThat(portal.exec("preau:app-list").status())
                .as("it is found without its pid file")
                .isZero();
        Files.writeString(portal.home.resolve("data/preau.pid"), pid);
    }

    /** Whoever opens the view sees his connection break. */
    private static void open(Portal portal) {
        try {
            visitor(portal).open("/app/hogs");
        } catch (RuntimeException | AssertionError e) {
            System.err.println("the visitor of the hog: " + e.getMessage());
        }
    }

    private static FlowClient visitor(Portal portal) {
        return new FlowClient(new PlainClient(portal).signIn(portal.demoLogin("TEACHER")));
    }

    private static List<String> stopped(Portal portal) {
        List<String> names = new ArrayList<>();
        for (JsonNode state : portal.json("preau:quarantine-list --stopped --json")) {
            names.add(state.get("plugin").asText());
        }
        return names;
    }
}
