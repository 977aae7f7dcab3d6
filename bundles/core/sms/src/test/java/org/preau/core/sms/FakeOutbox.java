package org.preau.core.sms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;

/** Keeps every message of the kinds that it takes. */
final class FakeOutbox implements Outbox {
    final Set<Kind> takes = EnumSet.of(Kind.SMS);
    final List<Message> sent = new ArrayList<>();

    @Override
    public boolean possible(Kind kind) {
        return takes.contains(kind);
    }

    @Override
    public void send(Kind kind, Message message) {
        if (!possible(kind)) {
            throw new AssertionError("sent though not possible: " + kind);
        }
        sent.add(message);
    }
}
