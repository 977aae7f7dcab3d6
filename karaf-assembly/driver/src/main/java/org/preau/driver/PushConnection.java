package org.preau.driver;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A page's WebSocket to Flow's push address, as the browser's side (Atmosphere) opens it. Safe on any thread. */
public final class PushConnection implements AutoCloseable {
    private static final int SECONDS = 20;

    private final WebSocket socket;

    private PushConnection(WebSocket socket) {
        this.socket = socket;
    }

    static PushConnection open(HttpClient http, PlainClient user, int uiId, String pushId, Consumer<String> messages) {
        String address = user.portal.url("/VAADIN/push").replaceFirst("^http", "ws")
                + "?v-r=push&v-uiId=" + uiId
                + "&v-pushId=" + encode(pushId)
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&Content-Type=" + encode("application/json; charset=UTF-8")
                + "&X-atmo-protocol=true";
        try {
            return new PushConnection(http.newWebSocketBuilder()
                    .connectTimeout(Duration.ofSeconds(SECONDS))
                    .header("Cookie", user.cookieHeader("/"))
                    .buildAsync(URI.create(address), new Listener(messages))
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join());
        } catch (CompletionException e) {
            throw new AssertionError("no push connection: " + e.getCause(), e);
        }
    }

    /** Whether the server has not closed it. */
    public boolean isOpen() {
        return !socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Puts the pieces of a message together. */
    private static final class Listener implements WebSocket.Listener {
        private final Consumer<String> messages;
        private @Nullable StringBuilder begun;

        Listener(Consumer<String> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            StringBuilder whole = begun == null ? new StringBuilder() : begun;
            whole.append(piece);
            begun = last ? null : whole;
            if (last) {
                messages.accept(whole.toString());
            }
            socket.request(1);
            return null;
        }
    }
}
