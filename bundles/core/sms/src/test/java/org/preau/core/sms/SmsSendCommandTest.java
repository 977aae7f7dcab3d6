package org.preau.core.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.Outbox;

class SmsSendCommandTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<MessageGateway.Message> sent = new ArrayList<>();

    private int run(SmsSendCommand command, String... words) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return command.run(CommandCall.read(command.spec(), List.of(words), Path.of(""), stream, stream));
    }

    private Outbox outbox(boolean there) {
        return new Outbox() {
            @Override
            public boolean possible(Kind kind) {
                return there && kind == Kind.SMS;
            }

            @Override
            public void send(Kind kind, MessageGateway.Message message) {
                sent.add(message);
            }
        };
    }

    @Test
    void sendsByTheGatewayOfShortMessages() {
        SmsSendCommand command = new SmsSendCommand().by(outbox(true));
        assertThat(run(command, "+33612345678", "--text", "Essai")).isEqualTo(PortalCommand.OK);
        assertThat(sent).containsExactly(new MessageGateway.Message("+33612345678", "", "Essai"));
    }

    @Test
    void saysWhatToWriteWhereThereIsNone() {
        assertThat(run(new SmsSendCommand().by(outbox(false)), "+33612345678")).isEqualTo(PortalCommand.FAILED);
        assertThat(run(new SmsSendCommand(), "+33612345678")).isEqualTo(PortalCommand.FAILED);
        assertThat(sent).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("org.preau.core.sms.cfg");
    }
}
