package org.preau.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks Vaadin Flow's protocol without a browser: bootstrap page, init request, then UIDL requests with the CSRF token and the sync and client ids. One per user;
 * one thread at a time.
 */
public final class FlowClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlainClient http;
    private String token = "";
    private String pushId = "";
    private int uiId;
    private int syncId;
    private int clientId;

    public FlowClient(PlainClient signedIn) {
        this.http = signedIn;
    }

    /** Opens a page: the document, then the user interface's first state, then the view; gives the last answer. */
    public String open(String path) {
        HttpResponse<String> page = http.get(path, "Accept", "text/html");
        check(page.statusCode() == 200 && page.body().contains("<html"), "bootstrap", page);
        HttpResponse<String> init = http.get(
                "/?v-r=init&location=" + URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8) + "&query=",
                "Accept",
                "application/json");
        check(init.statusCode() == 200, "init", init);
        JsonNode config = json(init.body()).path("appConfig");
        uiId = config.path("v-uiId").asInt(-1);
        JsonNode uidl = config.path("uidl");
        token = uidl.path("Vaadin-Security-Key").asText();
        syncId = uidl.path("syncId").asInt();
        clientId = 0;
        check(uiId >= 0 && !token.isEmpty(), "init holds no user interface", init);
        pushId = uidl.path("Vaadin-Push-ID").asText();
        return navigate(path);
    }

    /** Leaves the page as a browser does when it goes elsewhere: the server drops the user interface. */
    public void leave() {
        HttpResponse<String> answer = post("{\"csrfToken\":\"" + token + "\",\"rpc\":[],\"UNLOAD\":true,\"syncId\":"
                + syncId + ",\"clientId\":" + clientId + "}");
        check(answer.statusCode() == 200, "leaving", answer);
    }

    /** Opens the page's push connection; what the server says on it goes to {@code messages}, on a thread of the client's. */
    public PushConnection push(HttpClient client, Consumer<String> messages) {
        return PushConnection.open(client, http, uiId, pushId, messages);
    }

    /** The first act of a browser: tells the server where it is, which renders the view. */
    public String navigate(String path) {
        return act(
                "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + path.substring(1)
                        + "\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]");
    }

    /** One act of the user that changes nothing: the server works through it and answers. */
    public String ping() {
        return act("[]");
    }

    private String act(String rpc) {
        String body = "{\"csrfToken\":\"" + token + "\",\"rpc\":" + rpc + ",\"syncId\":" + syncId + ",\"clientId\":"
                + clientId + "}";
        HttpResponse<String> answer = post(body);
        check(answer.statusCode() == 200 && answer.body().startsWith("for(;;);["), "uidl", answer);
        JsonNode state = json(answer.body().substring("for(;;);".length())).get(0);
        check(!state.path("meta").has("appError") && !state.path("meta").has("sessionExpired"), "uidl", answer);
        syncId = state.path("syncId").asInt(syncId);
        clientId++;
        return answer.body();
    }

    private HttpResponse<String> post(String body) {
        return http.send(HttpRequest.newBuilder(http.portal.uri("/?v-r=uidl&v-uiId=" + uiId))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(String text) {
        try {
            Matcher guard = Pattern.compile("^for\\(;;\\);").matcher(text);
            return JSON.readTree(guard.replaceFirst(""));
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private static void check(boolean good, String what, HttpResponse<String> response) {
        if (!good) {
            String body = response.body();
            throw new AssertionError(what + " failed: " + response.statusCode() + " " + response.uri() + " "
                    + body.substring(0, Math.min(600, body.length())));
        }
    }
}
