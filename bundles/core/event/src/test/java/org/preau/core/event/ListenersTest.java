package org.preau.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalEventListener;

class ListenersTest {
    private final EventJson json = new EventJson();
    private final Listeners listeners = new Listeners(json);
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsThoseRankedHighestFirstAndEqualOnesInTheOrderOfTheirComing() {
        Named gone = new Named("gone");
        listeners.add(new Named("first"), 0);
        listeners.add(gone, 2000);
        listeners.add(new Named("second"), 0);
        listeners.add(new Named("cache"), 1000);
        listeners.remove(gone);

        listeners.tell(new StoredEvent(1, Rung.class.getName(), json.written(new Rung("8:30"))));

        assertThat(told).containsExactly("cache 8:30", "first 8:30", "second 8:30");
    }

    /** An event. */
    record Rung(String at) implements PortalEvent {}

    private final class Named implements PortalEventListener<Rung> {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public Class<Rung> type() {
            return Rung.class;
        }

        @Override
        public void on(Rung event) {
            told.add(name + " " + event.at());
        }
    }
}
