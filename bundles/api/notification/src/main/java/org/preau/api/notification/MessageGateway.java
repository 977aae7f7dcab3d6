package org.preau.api.notification;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way for messages out of the portal: a mail server, a service of short messages. Register it as a service; of several of one kind the one with the highest service ranking is used. Called by jobs and by
 * second factors, on any thread; a call may take seconds, never more than half a minute.
 *
 * <pre>{@code
 * @Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
 * public final class HttpSmsGateway implements MessageGateway {
 *     public Kind kind() { return Kind.SMS; }
 *     public boolean possible() { return true; }
 *     public void send(Message message) { … }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface MessageGateway {
    /** What it sends. */
    Kind kind();

    /** Whether it is set up: what is offered to users depends on it. */
    boolean possible();

    /**
     * Hands the message on.
     *
     * @throws org.preau.api.base.PortalException {@code UNAVAILABLE} when it is not taken now (tried again), {@code INVALID_INPUT} when it never will be (an address that is none)
     */
    void send(Message message);

    /**
     * Kinds of messages.
     *
     * @since 1.0
     */
    enum Kind {
        /** Mail; the address is one of mail. */
        MAIL,
        /** Short message; the address is a telephone number with its country, {@code +33612345678}. */
        SMS
    }

    /**
     * A message.
     *
     * @param to address
     * @param subject subject of a mail; empty for a short message
     * @param text plain text; a short message has at most 160 characters
     * @since 1.0
     */
    record Message(String to, String subject, String text) {}
}
