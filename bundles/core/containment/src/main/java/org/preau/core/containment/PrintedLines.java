package org.preau.core.containment;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;

/**
 * Gives what plugins print to {@code System.out} and {@code System.err} to the log, as lines of their own bundles: there it is limited, and a flood fills no disk. What anybody else prints goes where it went.
 */
@Component(
        service = {},
        immediate = true)
public final class PrintedLines {
    private final BundleContext context;
    private final SynchronousBundleListener listener = this::changed;
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final PrintStream out;
    private final PrintStream err;
    private final ClassValue<Printer> printers = new ClassValue<>() {
        @Override
        protected Printer computeValue(Class<?> type) {
            Bundle bundle = FrameworkUtil.getBundle(type);
            PluginName name = PluginName.of(bundle);
            return new Printer(name == null || name.shipped() ? null : bundle);
        }
    };
    private final Map<Long, Map<String, Logger>> loggers = new ConcurrentHashMap<>();
    private final LogService log;

    /**
     * Of whom a class is.
     *
     * @param bundle the plugin; null for anybody else
     */
    private record Printer(@Nullable Bundle bundle) {}

    /** Diverts from now on. */
    @Activate
    public PrintedLines(BundleContext context, @Reference LogService log) {
        this.context = context;
        this.log = log;
        this.out = stream(outBefore, "stdout");
        this.err = stream(errBefore, "stderr");
        context.addBundleListener(listener);
        System.setOut(out);
        System.setErr(err);
    }

    /** Puts back what was there, unless somebody else has diverted the streams meanwhile. */
    @Deactivate
    void stop() {
        context.removeBundleListener(listener);
        if (System.out == out) {
            System.setOut(outBefore);
        }
        if (System.err == err) {
            System.setErr(errBefore);
        }
        loggers.clear();
    }

    private PrintStream stream(PrintStream before, String name) {
        DivertedOutput diverted = new DivertedOutput(
                before, type -> printers.get(type).bundle(), (plugin, line) -> tell(plugin, name, line));
        return new PrintStream(diverted, true, StandardCharsets.UTF_8);
    }

    private void tell(Bundle plugin, String stream, String line) {
        Logger logger = loggers.computeIfAbsent(plugin.getBundleId(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        stream, name -> log.getLogger(plugin, plugin.getSymbolicName() + "." + name, Logger.class));
        if (stream.equals("stderr")) {
            logger.warn("{}", line);
        } else {
            logger.info("{}", line);
        }
    }

    /** A stopped plugin is not held by its loggers. */
    private void changed(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNINSTALLED) {
            loggers.remove(event.getBundle().getBundleId());
        }
    }
}
