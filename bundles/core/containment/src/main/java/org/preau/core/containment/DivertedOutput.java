package org.preau.core.containment;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Passes bytes on as they are, but for those that a plugin prints: they are collected line by line and told. Safe on any thread. */
final class DivertedOutput extends OutputStream {
    private static final int LONGEST = 4_096;
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final PrintStream plain;
    private final Function<Class<?>, @Nullable Bundle> plugins;
    private final Teller teller;
    /** What each plugin has begun; one that is gone is forgotten. */
    private final Map<Bundle, ByteArrayOutputStream> begun = new WeakHashMap<>();
    /** Threads that tell a line: what the log prints about it is not told again. */
    private final Set<Thread> telling = ConcurrentHashMap.newKeySet();

    /** Takes a line. */
    interface Teller {
        /** It is whole, without its end. */
        void tell(Bundle plugin, String line);
    }

    /**
     * Diverts.
     *
     * @param plain where everything else goes
     * @param plugins the plugin a class is of, null when it is of none
     */
    DivertedOutput(PrintStream plain, Function<Class<?>, @Nullable Bundle> plugins, Teller teller) {
        this.plain = plain;
        this.plugins = plugins;
        this.teller = teller;
    }

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Bundle plugin = telling.contains(Thread.currentThread()) ? null : plugin();
        if (plugin == null) {
            plain.write(bytes, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            String line = line(plugin, bytes[i]);
            if (line != null && !line.isBlank()) {
                tell(plugin, line);
            }
        }
    }

    @Override
    public void flush() {
        plain.flush();
    }

    /** The innermost plugin among those who called. */
    private @Nullable Bundle plugin() {
        return STACK.walk(frames -> frames.map(frame -> plugins.apply(frame.getDeclaringClass()))
                .filter(bundle -> bundle != null)
                .findFirst()
                .orElse(null));
    }

    /** The line that this byte ends. */
    private @Nullable String line(Bundle plugin, byte next) {
        synchronized (begun) {
            ByteArrayOutputStream line = begun.computeIfAbsent(plugin, any -> new ByteArrayOutputStream());
            if (next != '\n') {
                line.write(next);
            }
            if (next != '\n' && line.size() < LONGEST) {
                return null;
            }
            String text = line.toString(StandardCharsets.UTF_8);
            begun.remove(plugin);
            return text.stripTrailing();
        }
    }

    private void tell(Bundle plugin, String line) {
        Thread thread = Thread.currentThread();
        telling.add(thread);
        try {
            teller.tell(plugin, line);
        } finally {
            telling.remove(thread);
        }
    }
}
