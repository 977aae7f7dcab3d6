package org.preau.core.shell.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.signin.SessionChanged;
import org.preau.core.shell.FakeBundle;

class EventHubTest {
    private final FakeBundle bundle = new FakeBundle();
    private final EventHub hub = new EventHub(bundle.context());

    @Test
    void thereIsOneListenerWhileSomebodyListens() {
        List<UUID> first = new ArrayList<>();
        List<UUID> second = new ArrayList<>();
        Runnable endFirst = hub.listen(SessionChanged.class, event -> first.add(event.sessionId()));
        Runnable endSecond = hub.listen(SessionChanged.class, event -> second.add(event.sessionId()));
        assertThat(bundle.listeners()).hasSize(1);

        UUID id = UUID.randomUUID();
        bundle.publish(new SessionChanged(id));
        endFirst.run();
        bundle.publish(new SessionChanged(id));
        assertThat(first).hasSize(1);
        assertThat(second).hasSize(2);

        endSecond.run();
        assertThat(bundle.listeners()).isEmpty();
    }

    @Test
    void oneThatThrowsDoesNotKeepItFromTheOthers() {
        List<UUID> heard = new ArrayList<>();
        hub.listen(SessionChanged.class, event -> {
            throw new IllegalStateException("boom");
        });
        hub.listen(SessionChanged.class, event -> heard.add(event.sessionId()));
        bundle.publish(new SessionChanged(UUID.randomUUID()));
        assertThat(heard).hasSize(1);
        hub.stop();
        assertThat(bundle.listeners()).isEmpty();
    }
}
