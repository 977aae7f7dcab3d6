package org.preau.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.Leavers;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("44B")
class AccessTest {
    private static final PageRequest FIRST = PageRequest.first(9);

    @TempDir
    private Path home;

    private final Subject someone = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.ACADEMY, null);
    private TestDatabase database;
    private Node node;
    private UUID own;
    private UUID foreign;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        node = new Node(database, database.tx(new FeedUnit()), new Ticking(), home, Map.of());
        own = node.pass(Doing.REVIEW, "begin 24 complete 2026-11-16", "pupil 1 A")
                .id();
        foreign = node.pass(Doing.REVIEW, "begin 25 complete 2026-11-16", "pupil 1 B")
                .id();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void showsNothingToThoseWithoutRights() {
        forbidden(() -> node.facade.list(someone, FIRST));
        forbidden(() -> node.facade.run(someone, own));
        forbidden(() -> node.facade.schools(someone, own, FIRST));
        forbidden(() -> node.facade.findings(someone, own, FIRST));
        forbidden(() -> node.facade.apply(someone, own));
        forbidden(() -> node.facade.accept(someone, own, Leavers.all()));
        forbidden(() -> node.facade.reject(someone, own, ""));
        forbidden(() -> node.facade.restore(someone, own));
        forbidden(() -> node.facade.receive(someone, "fake", home, FeedOptions.NONE, false));
    }

    @Test
    void showsAndLetsActOnTheOwnAcademy() {
        node.administered.add(node.academy.id());
        assertThat(node.facade.list(someone, FIRST).items())
                .extracting(FeedRun::id)
                .containsExactly(own);
        assertThat(node.facade.schools(someone, own, FIRST).total()).isEqualTo(1);
        node.facade.apply(someone, own);
        assertThat(node.audited.get(node.audited.size() - 1)).startsWith("feed.apply feed:" + own);
        assertThat(node.scheduled).endsWith("feed.step " + own);
        assertThat(node.facade.systems()).hasSize(1);
        forbidden(() -> node.facade.run(someone, foreign));
        forbidden(() -> node.facade.receive(someone, "fake", home, FeedOptions.NONE, true));
        node.administered.add(node.other.id());
        assertThat(node.facade.list(someone, FIRST).total()).isEqualTo(2);
        UUID received = node.facade.receive(someone, "fake", node.archive("x", "error e"), FeedOptions.NONE, true);
        assertThat(node.facade.run(someone, received).orElseThrow().receivedBy())
                .isEqualTo(someone.accountId());
        assertThatThrownBy(() -> node.facade.receive(someone, "none", home, FeedOptions.NONE, true))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void namesActionsAndRoles() {
        assertThat(new FeedReadRule().action()).isEqualTo("feed.read");
        assertThat(new FeedApplyRule().action()).isEqualTo("feed.apply");
        assertThat(new FeedApplyRule().roles()).containsExactly(Role.ADM);
        assertThat(new FeedApplyRule().members()).containsExactly(Profile.ACADEMY);
    }

    private static void forbidden(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.FORBIDDEN));
    }
}
