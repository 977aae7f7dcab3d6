package org.preau.connectors.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.signin.PortalSession;

@Requirement("3113-6")
class EntriesTest {
    private final Running running = new Running();
    private final Entries entries = new Entries(running);

    @BeforeEach
    void deploy() {
        entries.addPolicy(new Named());
        entries.addTemplates(() -> List.of(template("elea", true), template("coming", false)));
    }

    @Test
    void showsWhatTheRunningPlatformHasAndWhatItCanBring() {
        running.add(connector("elea_idf", "elea"), "active");
        running.add(connector("quiz", ""), "unavailable");

        assertThat(entries.all())
                .extracting(Entry::id, Entry::state)
                .containsExactlyInAnyOrder(
                        tuple("elea_idf", Entry.State.OPEN),
                        tuple("quiz", Entry.State.UNAVAILABLE),
                        tuple("coming", Entry.State.PLANNED));
    }

    @Test
    void offersATemplateUntilItIsUsed() {
        assertThat(entries.all()).extracting(Entry::id, Entry::state).contains(tuple("elea", Entry.State.OFFERED));
    }

    @Test
    void tellsWhatAServiceReceivesByAskingThePolicy() {
        running.add(connector("quiz", ""), "active");

        assertThat(entries.all().stream().filter(entry -> entry.id().equals("quiz")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.receives()).containsExactly("ENTPersonNom", "uid"));
    }

    @Test
    void printsTheFileOfATemplate() {
        assertThat(run("elea", "--set", "platform=idf"))
                .contains("launch.url = https://idf.example/", "template = elea");
        assertThat(run()).contains("elea", "coming", "platform");
        assertThatThrownBy(() -> run("elea")).isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> run("nothing")).isInstanceOf(MisusedCommandException.class);
    }

    private String run(String... words) {
        ConnectorTemplateCommand command = new ConnectorTemplateCommand(entries);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), Path.of("."), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ConnectorTemplate template(String id, boolean there) {
        LocalizedText text = new LocalizedText(id, "");
        LocalDate day = LocalDate.of(2026, 11, 22);
        return new ConnectorTemplate(
                id,
                text,
                text,
                text,
                there ? Optional.of(day) : Optional.empty(),
                there ? Optional.empty() : Optional.of(day),
                true,
                Map.of("platform", new LocalizedText("nom de la plateforme", "name of the platform")),
                Map.of("category", "5", "launch.url", "https://${platform}.example/", "attributes", "ENTPersonNom"));
    }

    private static Connector connector(String id, String template) {
        return new Connector(
                id,
                new LocalizedText(id, id),
                5,
                "cas",
                URI.create("https://quiz.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT),
                Set.of("*"),
                Map.of("attributes", "ENTPersonNom", "template", template));
    }

    private static final class Named implements CategoryPolicy {
        @Override
        public int category() {
            return 5;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }

        @Override
        public Release release(Connector connector, UserFacts user, Agreement agreement) {
            return new Release(
                    Optional.of(user.pairwiseId()),
                    Map.of("uid", List.of(user.pairwiseId()), "ENTPersonNom", user.attribute("ENTPersonNom")));
        }
    }

    private static final class Running implements ConnectorCatalogue {
        private final List<ConnectorStatus> all = new ArrayList<>();

        void add(Connector connector, String state) {
            all.add(new ConnectorStatus(connector, "file", state));
        }

        @Override
        public List<ConnectorStatus> all() {
            return all;
        }

        @Override
        public Optional<Connector> byId(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Connector> byService(String protocol, String serviceUrl) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ConnectorStatus> visibleTo(PortalSession session) {
            throw new UnsupportedOperationException();
        }
    }
}
