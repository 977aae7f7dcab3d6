package org.preau.core.containment;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.containment.PluginState;
import org.preau.api.supervision.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contains the plugins of this framework, each behind a guard of its own. */
@Component(
        service = {Containment.class, DefaultContainment.class},
        immediate = true,
        configurationPid = "org.preau.core.containment")
@Designate(ocd = ContainmentConfig.class)
public final class DefaultContainment implements Containment {
    private static final Logger log = LoggerFactory.getLogger(DefaultContainment.class);

    private final Guards guards;
    private final MemoryWatch memory;
    private final LeakWatch leaks = new LeakWatch();
    private final Watchdog watchdog;
    private final @Nullable BundleContext context;
    private final SynchronousBundleListener listener = this::changed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Faults faults;

    /** Contains from now on. */
    @Activate
    public DefaultContainment(BundleContext context, ContainmentConfig config) {
        this(Limits.of(config), Clock.systemUTC(), context, MemoryWatch.of(context, Clock.systemUTC()));
        context.addBundleListener(listener);
        Arrays.stream(context.getBundles()).forEach(this::keepOut);
        watchdog.start();
    }

    DefaultContainment(Limits limits, Clock clock, @Nullable BundleContext context) {
        this(limits, clock, context, MemoryWatch.forgetful(clock));
    }

    DefaultContainment(Limits limits, Clock clock, @Nullable BundleContext context, MemoryWatch memory) {
        this.memory = memory;
        this.guards = new Guards(limits, clock, this::stopped, memory);
        this.watchdog = new Watchdog(guards, leaks);
        this.context = context;
    }

    @Deactivate
    void stop() {
        if (context != null) {
            context.removeBundleListener(listener);
        }
        watchdog.end();
        guards.all().forEach(PluginGuard::close);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(Object part, Door door, Act<T, E> act) throws E {
        PluginGuard guard = guards.of(part);
        return guard == null ? act.run() : guard.call(door, act);
    }

    @Override
    public void failed(Object part, Throwable cause) {
        PluginGuard guard = guards.of(part);
        if (guard != null && Blame.isPlugins(cause)) {
            guard.failed(cause);
        }
    }

    @Override
    public void count(Object part, String what, int perMinute) {
        PluginGuard guard = guards.of(part);
        if (guard != null) {
            guard.count(what, perMinute);
        }
    }

    @Override
    public boolean contains(Object part) {
        PluginGuard guard = guards.of(part);
        return guard != null && !guard.name().shipped();
    }

    @Override
    public boolean stopped(Object part) {
        PluginGuard guard = guards.of(part);
        return guard != null && guard.isStopped();
    }

    /** As operators see them, by name. */
    List<PluginState> states() {
        return guards.all().stream()
                .map(guard -> guard.state(leaks.of(guard.name().symbolicName())))
                .sorted(java.util.Comparator.comparing(PluginState::plugin))
                .toList();
    }

    /** The guard of that plugin. */
    Optional<PluginGuard> named(String symbolicName) {
        return guards.named(symbolicName);
    }

    /** Lets a plugin be called again. False when it was not stopped. */
    boolean release(PluginGuard guard) {
        memory.forgive(guard.name());
        guard.breaker().forgive();
        return guard.breaker().release();
    }

    /** What stopped bundles left behind. */
    LeakWatch leaks() {
        return leaks;
    }

    private void changed(BundleEvent event) {
        Bundle bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.STARTING -> keepOut(bundle);
            case BundleEvent.STOPPING -> leaks.stopping(bundle);
            case BundleEvent.STOPPED, BundleEvent.UPDATED, BundleEvent.UNINSTALLED -> guards.forget(bundle);
            default -> {}
        }
    }

    /** Makes the guard of one that is to be kept out, so that operators see it before anybody calls it. */
    private void keepOut(Bundle bundle) {
        PluginName name = PluginName.of(bundle);
        if (name != null && !name.shipped() && memory.keepsOut(name)) {
            PluginGuard unused = guards.of(bundle);
        }
    }

    private void stopped(PluginGuard guard, PluginState.Stop stop, @Nullable Throwable cause) {
        String plugin = guard.name().symbolicName();
        log.error(
                "Plugin {} {} is stopped until {} (time {} in a row): {}. Everything else runs. preau:quarantine-release {} lets it run at once.",
                plugin,
                guard.name().version(),
                stop.until(),
                stop.times(),
                stop.why(),
                plugin);
        Faults known = faults;
        if (known != null && cause != null) {
            String unused = known.report(plugin, cause);
        }
    }
}
