package org.preau.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** One person who goes to and fro without a pause, and how long each page took him. */
final class Pulse implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final List<Long> millis = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean beating = true;

    Pulse(Portal portal, Portal.Login login, String... paths) {
        FlowClient person = new FlowClient(new PlainClient(portal).signIn(login));
        person.open(paths[0]);
        thread = new Thread(() -> beat(portal, person, paths), "pulse");
        thread.start();
    }

    private void beat(Portal portal, FlowClient person, String... paths) {
        for (int i = 0; beating; i++) {
            long begun = System.nanoTime();
            try {
                person.navigate(paths[i % paths.length]);
                int status = new PlainClient(portal).get("/signin").statusCode();
                if (status != 200) {
                    failures.add("/signin answered " + status);
                }
            } catch (RuntimeException | AssertionError e) {
                failures.add(String.valueOf(e.getMessage()));
            }
            synchronized (millis) {
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** What failed. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** How long the pages took since the last call, in milliseconds, the quickest first. */
    List<Long> take() {
        synchronized (millis) {
            List<Long> sorted = millis.stream().sorted().toList();
            millis.clear();
            return sorted;
        }
    }

    @Override
    public void close() {
        beating = false;
    }
}
