package org.preau.core.feed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.feed.FeedRun;
import org.preau.api.http.PublicAddress;
import org.preau.api.notification.MessageGateway.Kind;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.api.notification.Outbox;
import org.preau.core.feed.FeedUnit;
import org.preau.core.feed.Node;
import org.preau.core.feed.Ticking;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.StandIn;

@Requirement("44C")
class MailTest {
    @TempDir
    private Path home;

    private final List<Message> mails = new ArrayList<>();
    private boolean away;
    private boolean set = true;
    private TestDatabase database;
    private Node node;
    private MailJob job;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        Ticking clock = new Ticking();
        Map<String, Object> settings = Map.of("report_mail_to", "dsi@academie.example, nobody, dsden@academie.example");
        node = new Node(database, database.tx(new FeedUnit()), clock, home, settings);
        PublicAddress address = StandIn.of(PublicAddress.class, (method, arguments) -> switch (method) {
            case "absolute" -> "https://ent.example" + arguments[0];
            default -> throw new UnsupportedOperationException(method);
        });
        job = new MailJob(node.settings, node.runs, address).by(new Sender());
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void tellsTheAcademyWithoutPersonalData() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "pupil 1 A", "warn odd");
        assertThat(node.scheduled).endsWith("feed.mail " + run.id() + ":APPLIED");
        job.run(run.id() + ":APPLIED");
        assertThat(mails).extracting(Message::to).containsExactly("dsi@academie.example", "dsden@academie.example");
        assertThat(mails.get(0).subject()).contains("fake", "appliquée");
        assertThat(mails.get(0).text())
                .contains("https://ent.example/app/feeds/archive/" + run.id(), "Arrivées : 1", "leaving: 0")
                .doesNotContain("Lou", "odd", "École A", "!");
    }

    @Test
    void asksToBeTriedAgainWhileTheServerIsAway() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "error bad");
        assertThat(node.scheduled).endsWith("feed.mail " + run.id() + ":REJECTED");
        away = true;
        assertThatThrownBy(() -> job.run(run.id() + ":REJECTED")).isInstanceOf(PortalException.class);
    }

    @Test
    void isNotTriedAgainWhereNoMailServerIsSet() {
        FeedRun run = node.pass(Doing.APPLY, "begin 24 complete 2026-11-16", "error bad");
        set = false;
        job.run(run.id() + ":REJECTED");
        assertThat(mails).isEmpty();
    }

    private final class Sender implements Outbox {
        @Override
        public boolean possible(Kind kind) {
            return set && kind == Kind.MAIL;
        }

        @Override
        public void send(Kind kind, Message message) {
            if (away) {
                throw new PortalException(ErrorCode.UNAVAILABLE, "away", null);
            }
            if (message.to().indexOf('@') < 0) {
                throw new PortalException(ErrorCode.INVALID_INPUT, "no address", null);
            }
            mails.add(message);
        }
    }
}
