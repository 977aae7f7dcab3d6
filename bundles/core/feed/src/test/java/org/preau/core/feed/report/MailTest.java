package org.preau.core.feed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.feed.FeedRun;
import org.preau.api.http.PublicAddress;
import org.preau.core.feed.Fakes;
import org.preau.core.feed.FeedUnit;
import org.preau.core.feed.Node;
import org.preau.core.feed.Ticking;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("44C")
class MailTest {
    @TempDir
    private Path home;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestDatabase database;
    private Node node;
    private MailJob job;

    @BeforeEach
    void open() {
        server.start();
        database = TestDatabase.create();
        Ticking clock = new Ticking();
        Map<String, Object> settings = Map.of(
                "report_mail_to",
                "dsi@academie.example, dsden@academie.example",
                "smtp_host",
                "127.0.0.1",
                "smtp_port",
                server.getSmtp().getPort());
        node = new Node(database, database.tx(new FeedUnit()), clock, home, settings);
        PublicAddress address = Fakes.of(PublicAddress.class, (method, arguments) -> switch (method) {
            case "absolute" -> "https://ent.example" + arguments[0];
            default -> throw new UnsupportedOperationException(method);
        });
        job = new MailJob(node.settings, node.runs, address, clock);
    }

    @AfterEach
    void drop() {
        server.stop();
        database.close();
    }

    @Test
    void tellsTheAcademyWithoutPersonalData() throws Exception {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "pupil 1 A", "warn odd");
        assertThat(node.scheduled).endsWith("feed.mail " + run.id() + ":APPLIED");
        job.run(run.id() + ":APPLIED");
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        String text = String.valueOf(mails[0].getContent());
        assertThat(mails[0].getSubject()).contains("fake", "appliquée");
        assertThat(text)
                .contains("https://ent.example/app/feeds/archive/" + run.id(), "Arrivées : 1", "leaving: 0")
                .doesNotContain("Lou", "odd", "École A", "!");
        assertThat(GreenMailUtil.getHeaders(mails[0])).contains("Auto-Submitted: auto-generated");
    }

    @Test
    void asksToBeTriedAgainWhileTheServerIsAway() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "error bad");
        assertThat(node.scheduled).endsWith("feed.mail " + run.id() + ":REJECTED");
        server.stop();
        assertThatThrownBy(() -> job.run(run.id() + ":REJECTED")).isInstanceOf(PortalException.class);
    }
}
