package org.preau.core.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.api.notification.MessageGateway;

class SmsSendCommandTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeOutbox outbox = new FakeOutbox();

    private int run(SmsSendCommand command, String... words) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return command.run(CommandCall.read(command.spec(), List.of(words), Path.of(""), stream, stream));
    }

    @Test
    void sendsByTheGatewayOfShortMessages() {
        SmsSendCommand command = new SmsSendCommand().by(outbox);
        assertThat(run(command, "+33612345678", "--text", "Essai")).isEqualTo(PortalCommand.OK);
        assertThat(outbox.sent).containsExactly(new MessageGateway.Message("+33612345678", "", "Essai"));
    }

    @Test
    void saysWhatToWriteWhereThereIsNone() {
        outbox.takes.clear();
        SmsSendCommand command = new SmsSendCommand().by(outbox);
        assertThat(run(command, "+33612345678")).isEqualTo(PortalCommand.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("org.preau.core.sms.cfg");
    }
}
