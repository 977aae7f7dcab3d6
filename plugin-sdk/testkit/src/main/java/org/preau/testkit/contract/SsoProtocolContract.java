package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol;

/** What every protocol obeys: it sends nothing to an address that the connector does not declare, keeps secrets, and does not fail at a sign-out. */
public abstract class SsoProtocolContract {
    /** The protocol. */
    protected abstract SsoProtocol protocol();

    /** A complete connector of this protocol. */
    protected abstract Connector connector();

    /** Keys of its settings that are secrets: none of their values may be shown to the integrator; none by default. */
    protected List<String> secrets() {
        return List.of();
    }

    /** Its name is a word of connector files and of an address. */
    @Test
    protected void hasANameThatIsAWord() {
        assertThat(protocol().name()).as("the name").matches("[a-z][a-z0-9-]*");
        assertThat(connector().protocol())
                .as("the protocol of the connector")
                .isEqualTo(protocol().name());
    }

    /** A complete connector has no problem; the keys it reads are written as files write them. */
    @Test
    protected void acceptsACompleteConnector() {
        assertThat(protocol().problems(connector()))
                .as("problems of a complete connector")
                .isEmpty();
        assertThat(protocol().settings()).as("the keys it reads").allMatch(key -> key.matches("[a-z][a-z0-9.]*"));
    }

    /** Nothing goes to an address that is not declared. */
    @Test
    protected void sendsNothingToAnAddressThatIsNotDeclared() {
        for (String address : List.of(
                "https://elsewhere.example/",
                "http://elsewhere.example/",
                "javascript:alert(1)",
                "//elsewhere.example/",
                "",
                "https://" + connector().launchUrl().getHost() + ".elsewhere.example/",
                "https://" + connector().launchUrl().getHost() + "@elsewhere.example/")) {
            assertThat(protocol().accepts(connector(), address))
                    .as("whether something may be sent to '" + address + "'")
                    .isFalse();
        }
    }

    /** What the integrator copies holds no secret. */
    @Test
    protected void showsNoSecret() {
        Connector connector = connector();
        List<String> hidden = secrets().stream()
                .flatMap(key -> connector.setting(key).stream())
                .toList();
        protocol().endpoints(connector).forEach((name, value) -> assertThat(hidden)
                .as("the secrets, of which " + name + " shows one")
                .noneMatch(value::contains));
    }

    /** A sign-out of a visit that nobody knows harms nothing, twice. */
    @Test
    protected void signsOutOfUnknownVisits() {
        SsoProtocol protocol = protocol();
        Visit unknown =
                new Visit(UUID.fromString("00000000-0000-4000-8000-000000000002"), connector(), "a handle of nobody");
        assertThatCode(() -> {
                    protocol.frontChannelLogout(unknown);
                    protocol.frontChannelLogout(unknown);
                })
                .as("front-channel sign-out of an unknown visit")
                .doesNotThrowAnyException();
    }
}
