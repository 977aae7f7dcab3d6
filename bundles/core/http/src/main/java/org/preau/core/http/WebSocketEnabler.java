package org.preau.core.http;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/**
 * Its only use is to be registered: Pax Web puts a {@code ServerContainer} in the context only when some endpoint is there, and the user interface needs it for push. Who connects is
 * sent away. Public with a public constructor, as the container makes it itself.
 */
@ServerEndpoint("/res/websocket")
public final class WebSocketEnabler {
    /** Sends the client away. */
    @OnOpen
    public void open(Session session) throws IOException {
        session.close(new CloseReason(CloseReason.CloseCodes.CANNOT_ACCEPT, "nothing to say"));
    }
}
