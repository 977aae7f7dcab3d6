package org.preau.core.sms;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;

/** {@code preau:sms-send}: a short message to a telephone of the operator's, to see whether the gateway works, whichever bundle brings it. */
@Component
public final class SmsSendCommand implements PortalCommand {
    private static final String TRIAL = "Préau: this is a trial message.";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Outbox outbox;

    /** Made by the portal. */
    @Activate
    public SmsSendCommand() {}

    /** For tests: by this one. */
    SmsSendCommand by(Outbox some) {
        outbox = some;
        return this;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("sms-send", "Sends a trial message to a telephone of yours")
                .argument("number", "with its country, +33612345678")
                .option("text", "TEXT", "what it says, at most 160 characters");
    }

    @Override
    public int run(CommandCall call) {
        Outbox way = outbox;
        if (way == null || !way.possible(Kind.SMS)) {
            call.err().println("No gateway for short messages: write etc/org.preau.core.sms.cfg, or see preau:doctor.");
            return FAILED;
        }
        way.send(
                Kind.SMS,
                new Message(call.value("number"), "", call.optional("text").orElse(TRIAL)));
        call.out().println("The provider has taken the message.");
        return OK;
    }
}
