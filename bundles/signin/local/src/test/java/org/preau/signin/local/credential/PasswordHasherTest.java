package org.preau.signin.local.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

class PasswordHasherTest {
    private static final Argon2Hash.Cost CHEAP = new Argon2Hash.Cost(64, 1, 1);

    @Test
    void computesWhatTheReferenceImplementationComputes() {
        Argon2Hash hash = Argon2Hash.of(
                "password", new Argon2Hash.Cost(65_536, 2, 1), "somesalt".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(hash.hash()))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        assertThat(hash.phc())
                .isEqualTo("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    }

    @Test
    void verifiesItsOwnHashesAndNothingElse() {
        PasswordHasher hasher = new PasswordHasher(CHEAP, 4, Duration.ofSeconds(5));
        String hash = hasher.hash("pâte à crêpes");

        assertThat(hasher.verify(hash, "pâte à crêpes")).isTrue();
        assertThat(hasher.verify(hash, "pa\u0302te a\u0300 cre\u0302pes")).isTrue();
        assertThat(hasher.verify(hash, "pate a crepes")).isFalse();
        assertThat(hasher.verify(null, "pâte à crêpes")).isFalse();
        assertThat(hasher.hash("pâte à crêpes")).isNotEqualTo(hash);
        assertThat(new PasswordHasher(new Argon2Hash.Cost(64, 2, 1), 4, Duration.ZERO).outdated(hash))
                .isTrue();
    }

    @Test
    void computesFourAtOnceAtMost() throws Exception {
        PasswordHasher hasher = new PasswordHasher(CHEAP, 4, Duration.ofSeconds(30));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier four = new CyclicBarrier(4);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            work.add(() -> hasher.inPlace(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                arrive(four);
                running.decrementAndGet();
                return true;
            }));
        }
        var pool = Executors.newFixedThreadPool(16);
        try {
            for (var done : pool.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(most).hasValue(4);
    }

    @Test
    void asksToTryAgainWhenEveryPlaceIsTaken() {
        PasswordHasher full = new PasswordHasher(CHEAP, 0, Duration.ofMillis(10));

        assertThatThrownBy(() -> full.hash("anything"))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    /** Waits for the three others that compute at the same time. */
    private static void arrive(CyclicBarrier four) {
        try {
            four.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not four at once", e);
        }
    }
}
