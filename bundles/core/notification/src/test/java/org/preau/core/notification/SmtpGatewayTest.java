package org.preau.core.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.notification.MessageGateway;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.testkit.FakeSettings;

/** The portal's only way to a mail server, and which gateway is asked. */
class SmtpGatewayTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final GatewayOutbox outbox = new GatewayOutbox();

    @BeforeEach
    void open() {
        server.start();
        outbox.addGateway(gateway(Map.of()), Map.of());
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void mailsTextWithAccentsAsAutomaticMessage() throws Exception {
        outbox.send(Kind.MAIL, new Message("ada@ac-example.fr", "Un élève\r\nBcc: x@y.example", "Où est l’école ?"));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).isEqualTo("Un élève Bcc: x@y.example");
        assertThat(String.valueOf(mails[0].getContent())).contains("Où est l’école ?");
        assertThat(mails[0].getFrom()[0]).hasToString("preau@ac-example.fr");
        assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void tellsAnAddressThatIsNoneFromAServerThatIsAway() {
        assertThat(refused("ada@ac-example.fr, eve@evil.example")).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(refused("ada")).isEqualTo(ErrorCode.INVALID_INPUT);
        server.stop();
        assertThat(refused("ada@ac-example.fr")).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void sendsInClearToNoServerThatIsToEncrypt() {
        GatewayOutbox strict = new GatewayOutbox();
        strict.addGateway(gateway(Map.of("smtp_security", "starttls")), Map.of());
        assertThatThrownBy(() -> strict.send(Kind.MAIL, new Message("ada@ac-example.fr", "a", "b")))
                .isInstanceOf(PortalException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void takesTheGatewayOfTheHighestRankingThatIsSetUp() {
        Other better = new Other(true);
        outbox.addGateway(new Other(false), Map.of("service.ranking", 9));
        outbox.addGateway(better, Map.of("service.ranking", 5));
        outbox.send(Kind.MAIL, new Message("ada@ac-example.fr", "a", "b"));
        assertThat(better.sent).isEqualTo(1);
        assertThat(server.getReceivedMessages()).isEmpty();

        outbox.removeGateway(better);
        outbox.send(Kind.MAIL, new Message("ada@ac-example.fr", "a", "b"));
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(outbox.possible(Kind.SMS)).isFalse();
    }

    private ErrorCode refused(String to) {
        try {
            outbox.send(Kind.MAIL, new Message(to, "a", "b"));
        } catch (PortalException e) {
            return e.code();
        }
        throw new AssertionError("taken: " + to);
    }

    private SmtpGateway gateway(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "smtp_host", "127.0.0.1", "smtp_port", server.getSmtp().getPort(), "mail_from", "preau@ac-example.fr"));
        values.putAll(more);
        return new SmtpGateway(FakeSettings.of(SmtpConfig.class, values), Clock.systemUTC());
    }

    /** An operator's own gateway. */
    private static final class Other implements MessageGateway {
        private final boolean possible;
        private int sent;

        Other(boolean possible) {
            this.possible = possible;
        }

        @Override
        public Kind kind() {
            return Kind.MAIL;
        }

        @Override
        public boolean possible() {
            return possible;
        }

        @Override
        public void send(Message message) {
            sent++;
        }
    }
}
