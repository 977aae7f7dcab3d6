package org.preau.signin.local.factor;

import java.util.ArrayList;
import java.util.List;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;

/** What was asked of the job that mails codes, and what it mailed. */
public final class Mailbox implements Outbox {
    /** Jobs asked for, not run. */
    public final List<String> asked = new ArrayList<>();

    /** What was mailed. */
    public final List<Message> mailed = new ArrayList<>();

    /** Whether there is a mail server. */
    public boolean open;

    @Override
    public boolean possible(Kind kind) {
        return open && kind == Kind.MAIL;
    }

    @Override
    public void send(Kind kind, Message message) {
        mailed.add(message);
    }
}
