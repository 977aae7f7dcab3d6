package org.preau.core.install;

import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;

/** What starting and stopping a bundle by hand have in common. */
final class BundleSwitch {
    private BundleSwitch() {}

    /** The words of both commands. */
    static CommandSpec spec(String name, String purpose) {
        return CommandSpec.of(name, purpose).argument("bundle", "symbolic name, such as org.preau.apps.news");
    }

    /** The bundle the line names. */
    static Bundle named(CommandCall call, BundleContext context) {
        String name = call.value("bundle");
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("no bundle " + name + "; preau:bundle-list lists them"));
    }
}
