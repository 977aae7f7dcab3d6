package org.preau.core.extensions.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.extension.Extension;
import org.preau.api.extension.Extensions;

/** {@code preau:extension-show}: everything about one extension. */
@Component
public final class ExtensionShowCommand implements PortalCommand {
    private static final int STORY = 20;

    private final Extensions extensions;

    /** Shows one of these. */
    @Activate
    public ExtensionShowCommand(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("extension-show", "Shows one extension: state, signature, what it brings and may see")
                .argument("id", "symbolic name, such as org.example.hello.app")
                .flag("measure", "counts what it takes, too; the portal stands still for a fraction of a second")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        String id = call.value("id");
        Extension one = extensions
                .one(Subject.SYSTEM, id)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.NOT_FOUND, "no extension " + id + "; preau:extension-list --all lists them", null));
        Map<String, Object> row = new LinkedHashMap<>(ExtensionRows.of(one));
        row.put(
                "history",
                extensions.history(Subject.SYSTEM, id, PageRequest.first(STORY)).items());
        if (call.flag("measure")) {
            row.put("takes", extensions.measure(Subject.SYSTEM, id));
        }
        if (call.flag("json")) {
            call.json(row);
        } else {
            call.table(
                    List.of("WHAT", "VALUE"),
                    row.entrySet().stream()
                            .map(each -> List.of(each.getKey(), each.getValue()))
                            .toList());
        }
        return OK;
    }
}
