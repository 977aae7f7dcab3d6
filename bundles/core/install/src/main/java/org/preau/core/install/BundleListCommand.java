package org.preau.core.install;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:bundle-list}: every bundle of the framework and its state. */
@Component
public final class BundleListCommand implements PortalCommand {
    private final BundleContext context;
    private final BundleHistory history;

    /** Lists this framework. */
    @Activate
    public BundleListCommand(BundleContext context, @Reference BundleHistory history) {
        this.context = context;
        this.history = history;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("bundle-list", "Lists the bundles of the portal and their states")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Bundle> bundles = Arrays.asList(context.getBundles());
        if (call.flag("json")) {
            call.json(bundles.stream().map(this::describe).toList());
        } else {
            call.table(
                    List.of("ID", "STATE", "VERSION", "NAME"),
                    bundles.stream()
                            .map(bundle -> List.of(
                                    bundle.getBundleId(),
                                    BundleStates.of(bundle),
                                    bundle.getVersion(),
                                    String.valueOf(bundle.getSymbolicName())))
                            .toList());
        }
        return OK;
    }

    private Map<String, Object> describe(Bundle bundle) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", bundle.getBundleId());
        row.put("name", String.valueOf(bundle.getSymbolicName()));
        row.put("version", bundle.getVersion().toString());
        row.put("state", BundleStates.of(bundle));
        row.put("deployed", BundleChanges.isDeployed(bundle));
        row.put("stops", history.stopsOf(bundle.getBundleId()));
        row.put("refreshes", history.refreshesOf(bundle.getBundleId()));
        return row;
    }
}
