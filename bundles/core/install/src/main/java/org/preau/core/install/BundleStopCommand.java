package org.preau.core.install;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:bundle-stop}: stops a bundle until it is started by hand, over restarts too. */
@Component
public final class BundleStopCommand implements PortalCommand {
    private final BundleContext context;

    /** Works on this framework. */
    @Activate
    public BundleStopCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public CommandSpec spec() {
        return BundleSwitch.spec("bundle-stop", "Stops a bundle until it is started again");
    }

    @Override
    public int run(CommandCall call) throws BundleException {
        Bundle bundle = BundleSwitch.named(call, context);
        bundle.stop();
        call.out().println(bundle.getSymbolicName() + " " + BundleStates.of(bundle));
        return OK;
    }
}
