package org.preau.core.extensions.command;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.extension.Extensions;

/** {@code preau:extension-erase}: erases for good what an extension that is gone left behind, schemas and settings. */
@Component
public final class ExtensionEraseCommand implements PortalCommand {
    private final Extensions extensions;

    /** Works on these. */
    @Activate
    public ExtensionEraseCommand(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "extension-erase",
                        "Erases for good what an extension that is gone left behind, schemas and settings")
                .argument("id", "symbolic name, such as org.example.hello.app")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        String id = call.value("id");
        extensions.erase(Subject.SYSTEM, id);
        if (call.flag("json")) {
            call.json(Map.of("id", id, "done", "erased"));
        } else {
            call.out().println("erased: " + id);
        }
        return OK;
    }
}
