package org.preau.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.notification.MessageGateway;

/** A mail gateway that keeps what was sent, and can be shut. */
public final class Mailbox implements MessageGateway {
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile boolean open = true;

    /** Takes no more messages, as a server that is away. */
    public void shut() {
        open = false;
    }

    /** Every message sent, in order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The messages to that address. */
    public List<Message> to(String address) {
        return messages.stream().filter(each -> each.to().equals(address)).toList();
    }

    @Override
    public Kind kind() {
        return Kind.MAIL;
    }

    @Override
    public boolean possible() {
        return true;
    }

    @Override
    public void send(Message message) {
        if (!open) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "the mailbox is shut", null);
        }
        messages.add(message);
    }
}
