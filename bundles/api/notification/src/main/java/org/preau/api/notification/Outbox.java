package org.preau.api.notification;

import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;

/**
 * The one way for mail and short messages out of the portal: by the {@link MessageGateway} that serves now. Who sends takes it as an optional, dynamic reference, so that he works on while nothing can be sent.
 *
 * <pre>{@code
 * if (outbox.possible(Kind.MAIL)) {
 *     outbox.send(Kind.MAIL, new Message("ada.martinez@ac-example.fr", subject, text));
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ProviderType
public interface Outbox {
    /** Whether a gateway of that kind is there and set up. */
    boolean possible(Kind kind);

    /**
     * Hands a message to the gateway of that kind with the highest service ranking. Takes seconds, half a minute at most: for jobs, never for a request somebody waits for.
     *
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} when no gateway takes it now (try again later), {@code INVALID_INPUT} when none ever will (an address that is none)
     */
    void send(Kind kind, Message message);
}
