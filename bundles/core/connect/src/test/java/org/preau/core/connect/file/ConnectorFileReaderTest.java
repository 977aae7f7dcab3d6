package org.preau.core.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.core.connect.ConnectWorld;

class ConnectorFileReaderTest {
    private static final String NAME = "org.preau.connector~quiz_1.cfg";

    @Test
    void readsEveryKey() {
        Connector connector = ConnectorFileReader.read(
                        NAME,
                        ConnectWorld.file(
                                "name.fr", "Éléa",
                                "service.urls", "https://quiz.example/app/* , http://127.0.0.1:9000/*",
                                "logout.url", "https://quiz.example/out",
                                "audience.structures", "0240001A, commune-77288",
                                "service.pid", "x",
                                "felix.fileinstall.filename", "y"))
                .connector()
                .orElseThrow();

        assertThat(connector.id()).isEqualTo("quiz_1");
        assertThat(connector.name().fr()).isEqualTo("Éléa");
        assertThat(connector.name().en()).isEqualTo("Quiz");
        assertThat(connector.category()).isEqualTo(3);
        assertThat(connector.launchUrl()).isEqualTo(URI.create("https://quiz.example/start"));
        assertThat(connector.logoutUrl()).contains(URI.create("https://quiz.example/out"));
        assertThat(connector.services()).hasSize(2);
        assertThat(connector.profiles()).containsExactlyInAnyOrder(Profile.STUDENT, Profile.TEACHER);
        assertThat(connector.structures()).containsExactlyInAnyOrder("0240001A", "commune-77288");
    }

    @Test
    void takesTheFrenchNameForEnglishAndTheStarForEveryProfile() {
        ConnectorFile file = ConnectorFileReader.read(NAME, ConnectWorld.file("name.en", "", "audience.profiles", "*"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.connector().orElseThrow().name().en()).isEqualTo("Quiz");
        assertThat(file.connector().orElseThrow().profiles()).containsExactlyInAnyOrder(Profile.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "name.fr             || name.fr is missing; write",
                "category            || category is missing; write",
                "category            | 6 | category: 6 is no SDET category; write 1 to 5",
                "category            | three | category: three is no SDET category; write 1 to 5",
                "protocol            || protocol is missing; write",
                "launch.url          || launch.url is missing; write",
                "launch.url          | https://q uiz/ | launch.url: https://q uiz/ is no address; write",
                "launch.url          | http://quiz.example/ | launch.url: http://quiz.example/ is no https address",
                "launch.url          | /start | launch.url: /start is no https address",
                "launch.url          | javascript:alert(1) | launch.url: javascript:alert(1) is no https address",
                "logout.url          | ftp://x/ | logout.url: ftp://x/ is no https address",
                "service.urls        | https://*.example/ | service.urls: service address https://*.example/: *",
                "audience.profiles   || audience.profiles is missing; write",
                "audience.profiles   | PUPIL | audience.profiles: there is no profile PUPIL; write some of [STUDENT",
                "audience.structures || audience.structures is missing; write",
            })
    void saysFileKeyAndCure(String key, String value, String problem) {
        ConnectorFile file = ConnectorFileReader.read(NAME, ConnectWorld.file(key, value == null ? "" : value));

        assertThat(file.connector()).isEmpty();
        assertThat(file.problems()).anySatisfy(said -> assertThat(said.replace(" is missing: ", " is missing; "))
                .startsWith(NAME + ": " + problem));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(ConnectorFileReader.read(NAME, Map.of()).problems()).hasSize(6);
    }

    @Test
    @Requirement("3113-1")
    void refusesCategory1ByAProtocolThatTellsTheUser() {
        ConnectorFile file = ConnectorFileReader.read(NAME, ConnectWorld.file("category", "1"));

        assertThat(file.connector()).isEmpty();
        assertThat(file.problems())
                .singleElement()
                .asString()
                .contains("nothing about the user may leave in category 1", "write protocol = link");
    }

    @Test
    void needsNoServiceAddressForALink() {
        ConnectorFile file = ConnectorFileReader.read(
                NAME, ConnectWorld.file("category", "1", "protocol", "link", "service.urls", ""));

        assertThat(file.problems()).isEmpty();
        assertThat(file.connector()).isPresent();
    }

    @Test
    void keepsTheKeysOfProtocolAndCategory() {
        ConnectorFile file = ConnectorFileReader.read(
                NAME, ConnectWorld.file("client.id", " elea ", "service.pid", "x", "felix.fileinstall.filename", "y"));

        assertThat(file.problems()).isEmpty();
        assertThat(file.connector().orElseThrow().settings()).containsOnlyKeys("client.id");
        assertThat(file.connector().orElseThrow().setting("client.id")).contains("elea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.preau.connector~My.cfg",
                "org.preau.connector~my-id.cfg",
                "org.preau.connector-elea.cfg",
                "org.preau.connector~é.cfg",
                "org.preau.connector~.cfg",
                "org.preau.connector.cfg",
            })
    void reportsAFileWhoseNameSaysNoId(String name) {
        ConnectorFile file = ConnectorFileReader.read(name, ConnectWorld.file());

        assertThat(file.connector()).isEmpty();
        assertThat(file.problems())
                .singleElement()
                .asString()
                .startsWith(name + ": its name")
                .contains("rename it to org.preau.connector~<id>.cfg");
    }
}
