package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.ServicePattern;

/**
 * What every connector that comes as a bundle obeys: the portal accepts it, and what leaves goes to the service alone.
 *
 * <pre>{@code
 * class QuizContractTest extends ConnectorContract {
 *     protected ConnectorDeclaration declaration() {
 *         return new QuizConnector();
 *     }
 * }
 * }</pre>
 */
public abstract class ConnectorContract {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int TILE = 40;

    /** The declaration. */
    protected abstract ConnectorDeclaration declaration();

    /** The connector is constant as long as it is registered. */
    @Test
    protected void staysWhatItIs() {
        ConnectorDeclaration declaration = declaration();
        assertThat(declaration.connector()).as("the connector").isEqualTo(declaration.connector());
    }

    /** Its name is there in both languages, short enough for a tile. */
    @Test
    protected void namesItselfInBothLanguages() {
        Connector connector = declaration().connector();
        Said.inBothLanguages("the name", connector.name());
        assertThat(connector.name().fr()).as("the name on the tile").hasSizeLessThanOrEqualTo(TILE);
        assertThat(connector.name().en()).as("the name on the tile").hasSizeLessThanOrEqualTo(TILE);
    }

    /** Somebody gets it, somewhere. */
    @Test
    protected void hasAnAudience() {
        Connector connector = declaration().connector();
        assertThat(connector.profiles()).as("the profiles that get it").isNotEmpty();
        assertThat(connector.structures())
                .as("the structures that get it, or *")
                .isNotEmpty();
    }

    /** It is reached over https, or at a loopback host while it is tried out. */
    @Test
    protected void isReachedOverHttps() {
        Connector connector = declaration().connector();
        secure("the launch address", connector.launchUrl());
        connector.logoutUrl().ifPresent(address -> secure("the logout address", address));
        connector.services().forEach(each -> assertThat(each.scheme().equals("https")
                        || LOOPBACK.matcher(each.host()).matches())
                .as("the service address " + each + " is https")
                .isTrue());
    }

    /** In category 1 nothing leaves, so it is a link; in the others a protocol tells the service who comes. */
    @Test
    protected void hasAProtocolThatFitsItsCategory() {
        Connector connector = declaration().connector();
        if (connector.category() == 1) {
            assertThat(connector.protocol())
                    .as("the protocol in category 1, where nothing about the user leaves")
                    .isEqualTo("link");
        } else {
            assertThat(connector.protocol())
                    .as("the protocol in category " + connector.category() + ", where the service learns something")
                    .isNotEqualTo("link");
        }
    }

    /** With CAS, tickets go to declared addresses only: at least one, none of them a whole server of somebody else. */
    @Test
    protected void tellsWhereTicketsMayGo() {
        Connector connector = declaration().connector();
        if (!connector.protocol().equals("cas")) {
            return;
        }
        assertThat(connector.services())
                .as("the service addresses, where tickets may go")
                .isNotEmpty();
        String launch = String.valueOf(connector.launchUrl().getHost());
        assertThat(connector.services().stream().map(ServicePattern::host))
                .as("the hosts where tickets may go: the one that the tile leads to is among them")
                .contains(launch);
        assertThat(connector.accepts("https://elsewhere.example/"))
                .as("tickets for an address that is not declared")
                .isFalse();
        assertThat(connector.accepts("https://" + launch + ".elsewhere.example/"))
                .as("tickets for an address that looks like a declared one")
                .isFalse();
    }

    private static void secure(String what, URI address) {
        assertThat(address.isAbsolute() && address.getHost() != null)
                .as(what + " is whole: " + address)
                .isTrue();
        assertThat("https".equals(address.getScheme())
                        || LOOPBACK.matcher(address.getHost()).matches())
                .as(what + " is https: " + address)
                .isTrue();
        assertThat(address.getUserInfo()).as("name or password in " + what).isNull();
    }
}
