package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.connector.UserFacts;
import org.preau.api.console.CommandCall;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRegister.State;
import org.preau.core.connect.command.ConnectorCheckCommand;
import org.preau.core.connect.exchange.WhatLeaves;

/** An operator's files with mistakes: each is told with file, key, value and cure, and none touches another. */
class WrongFilesTest {
    private static final String GOOD = "org.preau.connector~good.cfg";
    private static final String BAD = "org.preau.connector~bad.cfg";

    private final ConnectWorld world = new ConnectWorld();

    @BeforeEach
    void deploy() {
        world.deploy(new Category5());
        world.deploy(new Protocol("cas", Set.of("proxy.allowed")));
        world.deploy(new Protocol("oidc", Set.of("client.id", "redirect.uris")));
        world.write(GOOD, file());
    }

    @Test
    @Requirement("3113-5")
    void everythingIsToldAtOnceWhoeverFindsIt() {
        world.write(BAD, file("launch.url", "quiz", "category", "5", "convention.url", "", "service.url", "x"));

        assertThat(problems())
                .satisfiesExactlyInAnyOrder(
                        said -> assertThat(said).startsWith(BAD + ": launch.url: quiz is no https address"),
                        said -> assertThat(said).startsWith(BAD + ": convention.url is missing"),
                        said -> assertThat(said)
                                .isEqualTo(
                                        BAD
                                                + ": service.url = x: nobody reads this key in category 5 over cas; write service.urls if that is meant, or take it away"));
    }

    @Test
    void aKeyOfAnotherProtocolIsNamedAsSuchAndNoSecretIsShown() {
        world.write(BAD, file("client.id", "quiz", "client.secret", "s3cr3t"));

        assertThat(problems())
                .containsExactly(
                        BAD
                                + ": client.id = quiz: nobody reads this key in category 5 over cas; only oidc does: mend protocol, or take it away",
                        BAD + ": client.secret = …: nobody reads this key in category 5 over cas; take it away");
    }

    @Test
    void aValueOverWhichAProtocolStumblesLosesNoOtherConnector() {
        world.write(BAD, file("proxy.allowed", "boom"));

        assertThat(entry("bad").state()).isEqualTo(State.INVALID);
        assertThat(problems()).singleElement().asString().contains("cannot be checked: boom");
        assertThat(entry("good").state()).isEqualTo(State.ACTIVE);
        assertThat(world.catalogue.byId("good")).isPresent();
    }

    @Test
    void servesAsSoonAsItIsMended() {
        world.write(BAD, file("convention.url", ""));
        assertThat(world.catalogue.byId("bad")).isEmpty();

        world.write(BAD, file());
        assertThat(entry("bad").state()).isEqualTo(State.ACTIVE);
        assertThat(problems()).isEmpty();
    }

    @Test
    void theConsoleShowsWhatWouldLeaveAndFailsForAFileToMend() {
        world.write(BAD, file("convention.url", ""));

        assertThat(checked("good", 0)).contains("good (" + GOOD + "): active", "STUDENT, TEACHER: id, ENTPersonNom");
        assertThat(checked(BAD, 1)).contains("invalid", "to mend: " + BAD + ": convention.url is missing");
        assertThat(checked("nobody", 1)).isEmpty();
    }

    private static Map<String, String> file(String... changes) {
        Map<String, String> file = ConnectWorld.file("category", "5", "convention.url", "https://quiz.example/cgu");
        for (int i = 0; i < changes.length; i += 2) {
            file.put(changes[i], changes[i + 1]);
        }
        return file;
    }

    private List<String> problems() {
        return entry("bad").problems();
    }

    private Entry entry(String id) {
        return world.register.entries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String checked(String which, int status) {
        ConnectorCheckCommand command = new ConnectorCheckCommand(world.register, new WhatLeaves(world.parts));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(command.run(CommandCall.read(command.spec(), List.of(which), Path.of("/"), print, err)))
                .isEqualTo(status);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class Category5 implements CategoryPolicy {
        @Override
        public int category() {
            return 5;
        }

        @Override
        public Set<String> settings() {
            return Set.of("convention.url");
        }

        @Override
        public List<String> problems(Connector connector) {
            return connector.setting("convention.url").isPresent()
                    ? List.of()
                    : List.of("convention.url is missing: write it");
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return new Release(Optional.of(user.pairwiseId()), Map.of("ENTPersonNom", user.attribute("ENTPersonNom")));
        }
    }

    private record Protocol(String name, Set<String> settings) implements SsoProtocol {
        @Override
        public List<String> problems(Connector connector) {
            connector.setting("proxy.allowed").ifPresent(value -> {
                throw new IllegalStateException(value);
            });
            return List.of();
        }

        @Override
        public void launch(
                HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
            throw new UnsupportedOperationException();
        }
    }
}
