package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;

class SessionCacheTest {
    private static final UUID SCHOOL = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final SessionCache cache = new SessionCache(32);

    @Test
    void findsBySessionAndByToken() {
        LiveSession live = keep(cache.mark(), 1);
        assertThat(cache.get(live.row().id())).containsSame(live);
        assertThat(cache.get(live.row().tokenHash())).containsSame(live);
        assertThat(cache.get(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatWasDroppedIsFoundNoMoreByEither() {
        LiveSession live = keep(cache.mark(), 1);
        cache.drop(List.of(live.row().id()));
        assertThat(cache.get(live.row().id())).isEmpty();
        assertThat(cache.get(live.row().tokenHash())).isEmpty();
    }

    @Test
    void aSessionReadBeforeSomethingWasDroppedIsNotKept() {
        long mark = cache.mark();
        cache.drop(List.of(UUID.randomUUID()));
        assertThat(cache.get(keep(mark, 1).row().id())).isEmpty();
    }

    @Test
    void theLongestUnusedGoFirst() {
        List<LiveSession> all =
                IntStream.range(0, 32).mapToObj(n -> keep(cache.mark(), n)).toList();
        cache.get(all.get(0).row().id());
        keep(cache.mark(), 32);
        assertThat(cache.size()).isEqualTo(31);
        assertThat(cache.get(all.get(0).row().id())).isPresent();
        assertThat(cache.get(all.get(1).row().id())).isEmpty();
        assertThat(cache.get(all.get(1).row().tokenHash())).isEmpty();
    }

    private LiveSession keep(long mark, int n) {
        UUID id = new UUID(7, n);
        SessionRow row = new SessionRow(
                id,
                new SessionToken.TokenHash("hash " + n),
                id,
                id,
                "local",
                new Choice(Profile.TEACHER, SCHOOL, null),
                NOW,
                NOW,
                true);
        PortalSession.Context context = new PortalSession.Context(Profile.TEACHER, SCHOOL, "École", "0240001A", null);
        LiveSession live =
                new LiveSession(row, new PortalSession(id, id, id, "login", "Zoé", "Martin", "local", NOW, context));
        cache.put(mark, live);
        return live;
    }
}
