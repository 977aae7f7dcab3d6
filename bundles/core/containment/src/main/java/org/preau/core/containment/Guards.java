package org.preau.core.containment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The guards of the plugins, found by what is called. */
final class Guards {
    private final Limits limits;
    private final Clock clock;
    private final PluginGuard.StopListener listener;
    private final MemoryWatch memory;
    private final Map<Long, PluginGuard> byBundle = new ConcurrentHashMap<>();
    private final ClassValue<Optional<Holder>> byClass = new ClassValue<>() {
        @Override
        protected Optional<Holder> computeValue(Class<?> type) {
            return Optional.ofNullable(FrameworkUtil.getBundle(type))
                    .filter(bundle -> PluginName.of(bundle) != null)
                    .map(Holder::new);
        }
    };

    /** A plugin's bundle, kept by its classes; the guard behind it changes when the bundle does. */
    private record Holder(Bundle bundle) {}

    Guards(Limits limits, Clock clock, PluginGuard.StopListener listener, MemoryWatch memory) {
        this.memory = memory;
        this.limits = limits;
        this.clock = clock;
        this.listener = listener;
    }

    /** The guard of what owns this object, class or bundle; null for the portal itself. */
    @Nullable
    PluginGuard of(Object part) {
        if (part instanceof Bundle bundle) {
            return of(bundle);
        }
        Class<?> type = part instanceof Class<?> known ? known : part.getClass();
        Optional<Holder> holder = byClass.get(type);
        return holder.isEmpty() ? null : of(holder.get().bundle());
    }

    private @Nullable PluginGuard of(Bundle bundle) {
        PluginGuard known = byBundle.get(bundle.getBundleId());
        if (known != null) {
            return known;
        }
        PluginName name = PluginName.of(bundle);
        return name == null ? null : byBundle.computeIfAbsent(bundle.getBundleId(), id -> guard(name));
    }

    private PluginGuard guard(PluginName name) {
        PluginGuard guard = new PluginGuard(name, limits, clock, listener, memory.entry(name));
        if (!name.shipped()) {
            memory.keepOut(guard);
        }
        return guard;
    }

    /** The guard of that plugin. */
    Optional<PluginGuard> named(String symbolicName) {
        return byBundle.values().stream()
                .filter(guard -> guard.name().symbolicName().equals(symbolicName))
                .findFirst();
    }

    /** All that were asked for. */
    Collection<PluginGuard> all() {
        return List.copyOf(byBundle.values());
    }

    /** A bundle stopped, changed or went: what comes after it begins anew. */
    void forget(Bundle bundle) {
        PluginGuard guard = byBundle.remove(bundle.getBundleId());
        if (guard != null) {
            guard.close();
        }
    }
}
