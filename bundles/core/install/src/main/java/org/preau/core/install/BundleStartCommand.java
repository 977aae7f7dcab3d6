package org.preau.core.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:bundle-start}: starts a bundle that was stopped. */
@Component
public final class BundleStartCommand implements PortalCommand {
    private final BundleContext context;

    /** Works on this framework. */
    @Activate
    public BundleStartCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public CommandSpec spec() {
        return BundleSwitch.spec("bundle-start", "Starts a bundle that was stopped");
    }

    @Override
    public int run(CommandCall call) throws BundleException {
        Bundle bundle = BundleSwitch.named(call, context);
        bundle.start();
        call.out().println(bundle.getSymbolicName() + " " + BundleStates.of(bundle));
        return OK;
    }
}
