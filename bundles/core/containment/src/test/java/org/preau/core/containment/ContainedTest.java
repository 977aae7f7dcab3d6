package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.containment.Contained;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;

class ContainedTest {
    private final List<Door> doors = new ArrayList<>();

    /** What a plugin would give. */
    public interface Gift {
        String give(String to) throws IOException;

        default int size() {
            return 7;
        }
    }

    @Test
    void everyMethodGoesThroughTheContainment() throws Exception {
        Gift gift = Contained.of(new Noting(true), Gift.class, to -> "for " + to, Door.POLICY);
        assertThat(gift.give("anna")).isEqualTo("for anna");
        assertThat(gift.size()).isEqualTo(7);
        assertThat(doors).containsExactly(Door.POLICY, Door.POLICY);
    }

    @Test
    void whatThePluginThrowsIsThrown() {
        Gift gift = Contained.of(
                new Noting(true),
                Gift.class,
                to -> {
                    throw new IOException("none left");
                },
                Door.POLICY);
        assertThatThrownBy(() -> gift.give("ben")).isInstanceOf(IOException.class);
    }

    @Test
    void thePortalsOwnServiceIsGivenAsItIs() {
        Gift own = to -> "own";
        assertThat(Contained.of(new Noting(false), Gift.class, own, Door.POLICY))
                .isSameAs(own);
    }

    /** Notes by which doors it was asked. */
    private final class Noting implements Containment {
        private final boolean contains;

        Noting(boolean contains) {
            this.contains = contains;
        }

        @Override
        public <T extends @org.jspecify.annotations.Nullable Object, E extends Exception> T call(
                Object part, Door door, Act<T, E> act) throws E {
            doors.add(door);
            return act.run();
        }

        @Override
        public void failed(Object part, Throwable cause) {}

        @Override
        public void count(Object part, String what, int perMinute) {}

        @Override
        public boolean contains(Object part) {
            return contains;
        }

        @Override
        public boolean stopped(Object part) {
            return false;
        }
    }
}
