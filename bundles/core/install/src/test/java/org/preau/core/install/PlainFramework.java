package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A framework with nothing in it. */
final class PlainFramework {
    private final Framework framework;

    PlainFramework(Path cache) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                        "100"));
        framework.start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** The bundle of that name, if it is there. */
    @Nullable
    Bundle bundle(String name) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElse(null);
    }

    /** A bundle of the platform that exports a package. */
    void exporting(Path jar, String exported) throws IOException, BundleException {
        Jars.write(
                jar,
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                "org.preau.api.sample",
                "Export-Package",
                exported);
        Jars.change(jar, Map.of("org/preau/api/sample/x.txt", "x"));
        context().installBundle(jar.toUri().toString()).start();
    }

    void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
