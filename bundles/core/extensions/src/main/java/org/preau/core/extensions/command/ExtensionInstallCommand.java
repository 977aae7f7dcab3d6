package org.preau.core.extensions.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.extension.Extension;
import org.preau.api.extension.Extensions;

/** {@code preau:extension-install}: installs or updates from a file or from the catalogue. */
@Component
public final class ExtensionInstallCommand implements PortalCommand {
    private final Extensions extensions;

    /** Installs among these. */
    @Activate
    public ExtensionInstallCommand(@Reference Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "extension-install",
                        "Installs or updates an extension; what does not become ready is taken back")
                .argument("what", "a .jar file, relative to where you are, or an id of etc/extensions.json")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        Path file = call.file("what");
        String what = call.value("what");
        boolean named = what.endsWith(".jar") || what.contains("/") || Files.isRegularFile(file);
        Extension one = named
                ? extensions.install(Subject.SYSTEM, file)
                : extensions.installFromCatalogue(Subject.SYSTEM, what);
        if (call.flag("json")) {
            call.json(ExtensionRows.of(one));
        } else {
            call.out()
                    .println(one.id() + " " + one.jar().version() + " "
                            + one.jar().state());
        }
        return OK;
    }
}
