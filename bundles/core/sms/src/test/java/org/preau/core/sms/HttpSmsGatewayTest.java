package org.preau.core.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;

class HttpSmsGatewayTest {
    private static final String NUMBER = "+33612345678";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    private Provider provider;
    private final Map<String, Object> file = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        provider = new Provider();
        file.put("url", provider.url());
        file.put("from", "Préau");
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    /** The gateway as the operator's file makes it. */
    private HttpSmsGateway gateway() {
        SmsConfig config = (SmsConfig) Proxy.newProxyInstance(
                SmsConfig.class.getClassLoader(),
                new Class<?>[] {SmsConfig.class},
                (self, method, arguments) ->
                        file.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue()));
        return new HttpSmsGateway(config, file, provider, CLOCK);
    }

    private static Message message(String text) {
        return new Message(NUMBER, "", text);
    }

    private static ErrorCode refusal(HttpSmsGateway gateway, Message message) {
        try {
            gateway.send(message);
        } catch (PortalException e) {
            return e.code();
        }
        throw new AssertionError("it was sent");
    }

    @Test
    void postsJsonWithTheOperatorsHeaders() throws IOException {
        file.put(".header.X-Api-Key", " secret ");
        file.put("header.Accept", "application/json");
        String text = "Dites \"oui\" à {to} \\ $1 :\n12 €";
        gateway().send(new Message("+33 6 12 34 56 78", "", text));
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(provider.bodies.get(0)))
                .isEqualTo(json.valueToTree(Map.of("to", NUMBER, "from", "Préau", "text", text)));
        assertThat(provider.headers.get(0)).containsEntry("X-api-key", List.of("secret"));
        assertThat(provider.headers.get(0)).containsEntry("Accept", List.of("application/json"));
    }

    @Test
    void postsAFormWhereTheProviderWantsOne() {
        file.put("content.type", "application/x-www-form-urlencoded");
        file.put("body", "To={to}&plain={digits}&From={from}&Body={text}");
        gateway().send(message("a&To=+1 é"));
        assertThat(provider.bodies)
                .containsExactly("To=%2B33612345678&plain=33612345678&From=Pr%C3%A9au&Body=a%26To%3D%2B1+%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0612345678", "", "+33", "+0612345678", "anna@x.example", "+44712345678"})
    void writesToNumbersOfDeclaredCountriesOnly(String number) {
        assertThat(refusal(gateway(), new Message(number, "", "Bonjour"))).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(provider.bodies).isEmpty();
    }

    @Test
    void aMessageHasOneToOneHundredAndSixtyCharacters() {
        assertThat(refusal(gateway(), message(" "))).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(refusal(gateway(), message("x".repeat(161)))).isEqualTo(ErrorCode.INVALID_INPUT);
        gateway().send(message("x".repeat(160)));
        assertThat(provider.bodies).hasSize(1);
    }

    @Test
    void tellsWhatNeverGoesFromWhatDoesNotGoNow() {
        HttpSmsGateway gateway = gateway();
        for (int status : new int[] {400, 404, 422}) {
            provider.status = status;
            assertThat(refusal(gateway, message("Bonjour"))).isEqualTo(ErrorCode.INVALID_INPUT);
        }
        assertThat(gateway.health().up()).isTrue();
        for (int status : new int[] {302, 401, 429, 500, 503}) {
            provider.status = status;
            assertThat(refusal(gateway, message("Bonjour"))).isEqualTo(ErrorCode.UNAVAILABLE);
        }
        assertThat(gateway.health().detail()).contains("503").doesNotContain(NUMBER);
        provider.status = 201;
        gateway.send(message("Bonjour"));
        assertThat(gateway.health().up()).isTrue();
    }

    @Test
    void readsTheAnswerOfAProviderThatSays200ToEverything() {
        file.put("accepted", "queued");
        gateway().send(message("Bonjour"));
        provider.answer = "{\"error\":\"no credit\"}";
        assertThat(refusal(gateway(), message("Bonjour"))).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void aProviderThatCannotBeReachedMakesItUnavailable() {
        HttpSmsGateway gateway = gateway();
        provider.close();
        assertThat(refusal(gateway, message("Bonjour"))).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.vital()).isFalse();
    }

    @Test
    void aDayCostsNoMoreThanTheOperatorAllows() {
        file.put("day.most", 2);
        HttpSmsGateway gateway = gateway();
        gateway.send(message("1"));
        gateway.send(message("2"));
        assertThat(refusal(gateway, message("3"))).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(provider.bodies).hasSize(2);
    }

    @Test
    void wrongSettingsAreToldAtOnceWithTheCure() {
        file.put("url", "http://sms.example/send");
        assertThatThrownBy(this::gateway).hasMessageContaining("https");
        file.put("url", "https://sms.example/send");
        file.put("body", "hello");
        assertThatThrownBy(this::gateway).hasMessageContaining("{text}");
        file.put("body", "{to} {text}");
        file.put("content.type", "text/xml");
        assertThatThrownBy(this::gateway).hasMessageContaining("application/json");
    }

    @Test
    void isAGatewayOfShortMessages() {
        assertThat(gateway().kind()).isEqualTo(Kind.SMS);
        assertThat(gateway().possible()).isTrue();
    }
}
