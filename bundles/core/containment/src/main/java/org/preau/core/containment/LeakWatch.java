package org.preau.core.containment;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what a plugin leaves behind when it stops: threads that run its code or hold its class loader. Told once in the log, and in the plugin's state until they end. */
final class LeakWatch {
    private static final Logger log = LoggerFactory.getLogger(LeakWatch.class);
    private static final long FIRST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long NEXT_LOOK_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int LOOKS = 20;

    private final Queue<Stopped> stopped = new ConcurrentLinkedQueue<>();
    private final Map<String, List<String>> remains = new ConcurrentHashMap<>();

    /** A revision of a plugin that was stopped. */
    private static final class Stopped {
        private final String name;
        private final String version;
        private final Bundle bundle;
        private final WeakReference<ClassLoader> loader;
        private long nextLook = System.nanoTime() + FIRST_LOOK_NANOS;
        private int looks;

        Stopped(PluginName plugin, ClassLoader loader) {
            this.name = plugin.symbolicName();
            this.version = plugin.version();
            this.bundle = plugin.bundle();
            this.loader = new WeakReference<>(loader);
        }

        /** Whether it was started again, by the same classes. */
        boolean runsAgain(ClassLoader known) {
            BundleWiring wiring = isActive() ? bundle.adapt(BundleWiring.class) : null;
            return wiring != null && wiring.getClassLoader() == known;
        }

        /** Whether the bundle runs, by these or by newer classes. */
        boolean isActive() {
            return (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
        }
    }

    /** A bundle is about to stop. */
    void stopping(Bundle bundle) {
        PluginName plugin = PluginName.of(bundle);
        BundleWiring wiring = plugin == null ? null : bundle.adapt(BundleWiring.class);
        if (plugin != null && wiring != null && wiring.getClassLoader() != null) {
            stopped.add(new Stopped(plugin, wiring.getClassLoader()));
        }
    }

    /** What a plugin left behind and is there yet. */
    List<String> of(String symbolicName) {
        return remains.getOrDefault(symbolicName, List.of());
    }

    /** All that was left behind, by plugin. */
    Map<String, List<String>> all() {
        return Map.copyOf(remains);
    }

    /** Looks at those that are due. */
    void look() {
        for (Stopped each : stopped) {
            if (System.nanoTime() - each.nextLook >= 0) {
                each.nextLook = System.nanoTime() + NEXT_LOOK_NANOS;
                each.looks++;
                look(each);
            }
        }
    }

    private void look(Stopped each) {
        ClassLoader loader = each.loader.get();
        boolean gone = loader == null || each.runsAgain(loader);
        List<String> threads = loader == null || gone ? List.of() : threadsOf(loader, !each.isActive());
        if (gone || threads.isEmpty() && each.looks >= LOOKS) {
            stopped.remove(each);
        }
        if (threads.isEmpty()) {
            remains.remove(each.name);
            return;
        }
        List<String> before = remains.put(each.name, threads);
        if (!threads.equals(before)) {
            log.error(
                    "Plugin {} {} has stopped and leaves threads behind: {}. They hold its classes in memory; cure: end them in its @Deactivate, or restart the portal.",
                    each.name,
                    each.version,
                    threads);
        }
    }

    /**
     * Names of the threads that belong to a class loader.
     *
     * @param byName whether classes that run are known by their names: not while a newer version has classes of the same names
     */
    static List<String> threadsOf(ClassLoader loader, boolean byName) {
        TreeSet<String> names = new TreeSet<>();
        Set<String> packages =
                Arrays.stream(loader.getDefinedPackages()).map(Package::getName).collect(Collectors.toSet());
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            if (holds(entry.getKey(), loader) || byName && runs(entry.getValue(), packages, loader)) {
                names.add(entry.getKey().getName());
            }
        }
        return new ArrayList<>(names);
    }

    private static boolean holds(Thread thread, ClassLoader loader) {
        return thread.getContextClassLoader() == loader
                || thread.getClass().getClassLoader() == loader
                || loaderOf(targetOf(thread)) == loader;
    }

    private static @Nullable ClassLoader loaderOf(@Nullable Object target) {
        return target == null ? null : target.getClass().getClassLoader();
    }

    /** Whether a frame is of a class that this loader, and not another of the same names, has loaded. */
    private static boolean runs(StackTraceElement[] stack, Set<String> packages, ClassLoader loader) {
        return Arrays.stream(stack)
                .map(StackTraceElement::getClassName)
                .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                .anyMatch(name -> isOf(name, loader));
    }

    private static boolean isOf(String className, ClassLoader loader) {
        int lambda = className.indexOf("$$Lambda");
        String plain = lambda < 0 ? className : className.substring(0, lambda);
        try {
            return Class.forName(plain, false, loader).getClassLoader() == loader;
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            return false;
        }
    }

    /** What a thread was made to run, where the Java machine lets us see it. */
    private static @Nullable Object targetOf(Thread thread) {
        try {
            Field field = Thread.class.getDeclaredField("target");
            field.setAccessible(true);
            return field.get(thread);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
