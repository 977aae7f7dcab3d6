package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apereo.cas.client.proxy.Cas20ProxyRetriever;
import org.apereo.cas.client.proxy.ProxyGrantingTicketStorageImpl;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas30ProxyTicketValidator;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.ProxyList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A service that acts for its user at another one, by Apereo's own client library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasProxyTest {
    private CasWorld world;
    private ProxyWorld proxy;
    private String prefix;

    @BeforeAll
    void open() {
        world = new CasWorld();
        proxy = new ProxyWorld(world);
        prefix = world.server.address("/sso/cas");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void letsAClientActForItsUserAtAnotherService() throws Exception {
        ProxyGrantingTicketStorageImpl storage = new ProxyGrantingTicketStorageImpl();
        Cas30ServiceTicketValidator front = new Cas30ServiceTicketValidator(prefix);
        front.setProxyCallbackUrl(ProxyWorld.CALLBACK);
        front.setProxyGrantingTicketStorage(storage);
        front.setProxyRetriever(new Cas20ProxyRetriever(prefix, "UTF-8", null));
        world.calls.services = address -> {
            String query = address.getQuery();
            storage.save(query.replaceFirst(".*pgtIou=([^&]+).*", "$1"), query.replaceFirst(".*pgtId=([^&]+).*", "$1"));
            return 200;
        };
        Assertion user = front.validate(world.ticketFor(ProxyWorld.FRONT), ProxyWorld.FRONT);

        String ticket = user.getPrincipal().getProxyTicketFor(ProxyWorld.BACK);

        assertThat(ticket).matches("PT-[0-9a-f]{64}");
        Cas30ProxyTicketValidator back = new Cas30ProxyTicketValidator(prefix);
        back.setAllowedProxyChains(new ProxyList(List.<String[]>of(new String[] {ProxyWorld.CALLBACK})));
        Assertion same = back.validate(ticket, ProxyWorld.BACK);
        assertThat(same.getPrincipal().getName())
                .as("the back knows him by its own identifier")
                .matches("[0-9a-f]{40}")
                .isNotEqualTo(user.getPrincipal().getName());
    }

    @Test
    void takesServiceTicketsWhereProxyTicketsAreWelcome() {
        for (String path : List.of("/proxyValidate", "/p3/proxyValidate")) {
            assertThat(world.validate(path, CasWorld.SERVICE, world.ticketFor(CasWorld.SERVICE)))
                    .contains("authenticationSuccess")
                    .doesNotContain("proxies");
        }
    }

    @Test
    void tellsTheWholeChainTheLatestFirst() {
        proxy = new ProxyWorld(world);
        proxy.connector("middle", "service.urls", "https://middle.example/*", "proxy.allowed", "true");
        String service = "https://middle.example/app";
        String callback = "https://middle.example/proxy";
        String first = proxy.proxy(proxy.granting(), service).replaceFirst("(?s).*<cas:proxyTicket>([^<]+)<.*", "$1");
        String iou = world.validate("/proxyValidate?pgtUrl=" + CasWorld.encoded(callback), service, first)
                .replaceFirst("(?s).*<cas:proxyGrantingTicket>([^<]+)<.*", "$1");
        String second = proxy.proxy(proxy.received.get(iou), ProxyWorld.BACK)
                .replaceFirst("(?s).*<cas:proxyTicket>([^<]+)<.*", "$1");

        assertThat(world.validate("/proxyValidate", ProxyWorld.BACK, second))
                .contains("<cas:proxies><cas:proxy>" + callback + "</cas:proxy><cas:proxy>"
                        + ProxyWorld.CALLBACK.replace("&", "&amp;") + "</cas:proxy></cas:proxies>");
    }

    @Test
    void answersInJsonToo() throws Exception {
        proxy = new ProxyWorld(world);
        String granting = proxy.granting();
        String answer = world.server
                .get(
                        "/sso/cas/proxy?format=json&pgt=" + granting + "&targetService="
                                + CasWorld.encoded(ProxyWorld.BACK),
                        null)
                .body();
        String ticket = new ObjectMapper()
                .readTree(answer)
                .at("/serviceResponse/proxySuccess/proxyTicket")
                .asText();

        assertThat(ticket).startsWith("PT-");
        assertThat(new ObjectMapper()
                        .readTree(world.validate("/p3/proxyValidate?format=JSON", ProxyWorld.BACK, ticket))
                        .at("/serviceResponse/authenticationSuccess/proxies/0")
                        .asText())
                .isEqualTo(ProxyWorld.CALLBACK);
    }

    @Test
    void answersWithoutTheTicketWhenItsCallbackDoesNotTakeIt() {
        proxy = new ProxyWorld(world);
        for (int status : new int[] {0, 302, 404, 500}) {
            world.calls.services = address -> status;
            assertThat(proxy.validateFront(ProxyWorld.CALLBACK))
                    .contains("authenticationSuccess")
                    .doesNotContain("proxyGrantingTicket");
        }
        assertThat(world.exchanges.lines())
                .anyMatch(line -> line.startsWith("front pgtUrl: the callback answered 302"));
    }
}
