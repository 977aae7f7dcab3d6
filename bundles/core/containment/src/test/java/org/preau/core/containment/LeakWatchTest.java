package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LeakWatchTest {
    /** What a plugin's thread would run. */
    public static final class Sleeper implements Runnable {
        private final CountDownLatch begun;
        private final CountDownLatch end;

        /** Sleeps until the end. */
        public Sleeper(CountDownLatch begun, CountDownLatch end) {
            this.begun = begun;
            this.end = end;
        }

        @Override
        public void run() {
            try {
                begun.countDown();
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void namesTheThreadsThatRunAPluginsCode() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (URLClassLoader loader = new PluginLoader()) {
            Class<?> type = loader.loadClass(Sleeper.class.getName());
            assertThat(type).isNotSameAs(Sleeper.class);
            Thread thread = new Thread(
                    (Runnable) type.getConstructor(CountDownLatch.class, CountDownLatch.class)
                            .newInstance(begun, end),
                    "forgotten");
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            thread.start();
            begun.await();
            assertThat(LeakWatch.threadsOf(loader, true)).containsExactly("forgotten");
            end.countDown();
            thread.join();
            assertThat(LeakWatch.threadsOf(loader, true)).isEmpty();
        }
    }

    /** Loads the test's classes anew. */
    private static final class PluginLoader extends URLClassLoader {
        PluginLoader() {
            super(
                    new URL[] {
                        LeakWatchTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    LeakWatchTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Sleeper.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }
}
