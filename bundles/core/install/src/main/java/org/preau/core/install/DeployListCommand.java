package org.preau.core.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:deploy-list}: what serves from the deploy folder, and which files do not and why. */
@Component
public final class DeployListCommand implements PortalCommand {
    private final DeployWatcher watcher;

    /** Lists what this watcher did. */
    @Activate
    public DeployListCommand(@Reference DeployWatcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("deploy-list", "Lists what serves from the deploy folder, and which files do not and why")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Map<String, Object>> rows = rows();
        if (call.flag("json")) {
            call.json(rows);
        } else {
            call.table(
                    List.of("FILE", "BUNDLE", "PROBLEM"),
                    rows.stream().map(row -> List.copyOf(row.values())).toList());
        }
        return OK;
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        watcher.deployer().deployed().values().forEach(entry -> rows.add(row(entry.file(), entry.name(), "")));
        watcher.deployer()
                .problems()
                .forEach((file, why) -> rows.add(row(String.valueOf(file.getFileName()), "", why.en())));
        return rows;
    }

    private static Map<String, Object> row(String file, String bundle, String problem) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", file);
        row.put("bundle", bundle);
        row.put("problem", problem);
        return row;
    }
}
