package org.preau.core.extensions.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.extension.Extension;
import org.preau.api.extension.Extensions;

/** {@code preau:extension-list}: what is installed beside the portal; what was left behind; what the catalogue offers. */
@Component
public final class ExtensionListCommand implements PortalCommand {
    private final Extensions extensions;

    /** Lists these. */
    @Activate
    public ExtensionListCommand(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("extension-list", "Lists the extensions that are installed")
                .flag("all", "those of the distribution too")
                .flag("kept", "data that extensions left behind, instead")
                .flag("catalogue", "what etc/extensions.json offers, instead")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        if (call.flag("kept")) {
            print(
                    call,
                    extensions.kept(Subject.SYSTEM).stream()
                            .map(each -> row(
                                    "id",
                                    each.id(),
                                    "version",
                                    each.version(),
                                    "removed",
                                    each.removedAt(),
                                    "schemas",
                                    each.schemas(),
                                    "bytes",
                                    each.bytes()))
                            .toList(),
                    List.of("ID", "VERSION", "REMOVED", "SCHEMAS", "BYTES"));
        } else if (call.flag("catalogue")) {
            print(
                    call,
                    extensions.catalogue(Subject.SYSTEM).stream()
                            .map(each -> row(
                                    "id",
                                    each.id(),
                                    "version",
                                    each.version(),
                                    "name",
                                    each.name(),
                                    "place",
                                    each.place(),
                                    "signer",
                                    each.signer()))
                            .toList(),
                    List.of("ID", "VERSION", "NAME", "PLACE", "SIGNER"));
        } else {
            list(call);
        }
        return OK;
    }

    private void list(CommandCall call) {
        List<Extension> all = extensions.list(Subject.SYSTEM).stream()
                .filter(each -> call.flag("all") || !each.jar().shipped())
                .toList();
        if (call.flag("json")) {
            call.json(all.stream().map(ExtensionRows::of).toList());
        } else {
            call.table(
                    List.of("ID", "VERSION", "STATE", "SIGNATURE", "SIGNER", "SOURCE", "FILE"),
                    all.stream()
                            .map(each -> List.of(
                                    each.id(),
                                    each.jar().version(),
                                    each.jar().state(),
                                    each.jar().signature().state(),
                                    each.jar().signature().signer(),
                                    each.source(),
                                    each.jar().file()))
                            .toList());
        }
    }

    private static void print(CommandCall call, List<Map<String, Object>> rows, List<String> head) {
        if (call.flag("json")) {
            call.json(rows);
        } else {
            call.table(head, rows.stream().map(row -> List.copyOf(row.values())).toList());
        }
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }
}
