package org.preau.core.sms;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;

/** {@code preau:sms-send}: a short message to a telephone of the operator's, to see whether the gateway works, whichever bundle brings it. */
@Component
public final class SmsSendCommand implements PortalCommand {
    private static final String TRIAL = "Préau: this is a trial message.";

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<MessageGateway> gateways = List.of();

    /** Made by the portal. */
    @Activate
    public SmsSendCommand() {}

    /** For tests: by these. */
    SmsSendCommand by(List<MessageGateway> some) {
        gateways = List.copyOf(some);
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
        Optional<MessageGateway> gateway = gateways.stream()
                .filter(each -> each.kind() == Kind.SMS && each.possible())
                .findFirst();
        if (gateway.isEmpty()) {
            call.err().println("No gateway for short messages: write etc/org.preau.core.sms.cfg, or see preau:doctor.");
            return FAILED;
        }
        gateway.get()
                .send(new Message(
                        call.value("number"), "", call.optional("text").orElse(TRIAL)));
        call.out().println("The provider has taken the message.");
        return OK;
    }
}
