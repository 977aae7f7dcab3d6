package org.preau.core.shell.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppCatalogue;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:app-list}: the applications of this node. */
@Component
public final class AppListCommand implements PortalCommand {
    private final AppCatalogue catalogue;

    /** Called by the component runtime. */
    @Activate
    public AppListCommand(@Reference AppCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("app-list", "Lists the applications of this node").flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<AppStatus> apps = catalogue.all();
        if (call.flag("json")) {
            call.json(apps.stream().map(AppListCommand::asMap).toList());
        } else {
            call.table(
                    List.of("ID", "VERSION", "STATE", "NAME"),
                    apps.stream().map(AppListCommand::row).toList());
        }
        return OK;
    }

    private static Map<String, Object> asMap(AppStatus app) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", app.descriptor().id());
        map.put("version", app.version());
        map.put("state", app.state());
        map.put("name", app.descriptor().name().fr());
        return map;
    }

    private static List<String> row(AppStatus app) {
        return List.of(
                app.descriptor().id(),
                app.version(),
                app.state(),
                app.descriptor().name().fr());
    }
}
