package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Ids;
import org.preau.api.base.Profile;
import org.preau.api.keys.Keys;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.testkit.Exchange;
import org.preau.testkit.StandIn;

class MeEndpointTest {
    private static final String PATH = "/api/v1/me";

    private final PortalSession session = new PortalSession(
            Ids.next(),
            Ids.next(),
            Ids.next(),
            "zoe.martin",
            "Zoé",
            "Martin",
            "educonnect",
            Instant.EPOCH,
            new PortalSession.Context(Profile.STUDENT, Ids.next(), "École", "0240001A", null));
    private final MeEndpoint me = new MeEndpoint(
            StandIn.of(PortalSessions.class, (method, arguments) -> {
                var cookies = ((jakarta.servlet.http.HttpServletRequest) arguments[0]).getCookies();
                return cookies == null ? Optional.empty() : Optional.of(session);
            }),
            StandIn.of(Keys.class, (method, arguments) -> {
                byte[] mac = new byte[32];
                UUID account =
                        UUID.fromString(new String((byte[]) arguments[1], java.nio.charset.StandardCharsets.US_ASCII));
                mac[0] = account.equals(session.accountId()) ? (byte) 0xab : 0;
                return mac;
            }));

    @BeforeEach
    void issueTokens() {
        me.bindTokens(bearer -> bearer.equals("good") ? Optional.of(session) : Optional.empty());
    }

    @Test
    void tellsWhoIsSignedInByTheCookieAndNothingElse() throws IOException {
        Exchange answer = ask(Exchange.get(PATH).cookie("preau", "token"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answer("Content-Type")).startsWith("application/json");
        assertThat(answer.answer("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.answer("Access-Control-Allow-Origin")).isNull();
        assertThat(new ObjectMapper().readValue(answer.body(), new TypeReference<Map<String, String>>() {}))
                .isEqualTo(Map.of(
                        "id", "ab" + "00".repeat(19),
                        "login", "zoe.martin",
                        "profile", "STUDENT",
                        "counter", "educonnect"));
    }

    @Test
    void tellsTheSameByAToken() throws IOException {
        assertThat(ask(Exchange.get(PATH).header("Authorization", "bearer good"))
                        .body())
                .contains("zoe.martin");
    }

    @Test
    void answersNobodyElse() throws IOException {
        Exchange stranger = ask(Exchange.get(PATH));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.answer("WWW-Authenticate")).isEqualTo("Bearer realm=\"preau\"");

        for (String wrong : List.of("Bearer bad", "Bearer ", "Basic good", "good")) {
            Exchange refused = ask(Exchange.get(PATH).cookie("preau", "token").header("Authorization", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.body()).doesNotContain("zoe", "good", "bad");
        }
        assertThat(ask(Exchange.get(PATH).header("Authorization", "Bearer bad")).answer("WWW-Authenticate"))
                .endsWith("error=\"invalid_token\"");
    }

    @Test
    void isReadOnly() throws IOException {
        assertThat(ask(Exchange.of("POST", PATH).cookie("preau", "token")).status())
                .isEqualTo(405);
    }

    private Exchange ask(Exchange exchange) throws IOException {
        me.handle(exchange.request(), exchange.response());
        return exchange;
    }
}
