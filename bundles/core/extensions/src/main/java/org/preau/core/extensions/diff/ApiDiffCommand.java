package org.preau.core.extensions.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/** {@code preau:api-diff}: what a jar needs of the API that this portal lacks; exit status 1 when it lacks something. */
@Component
public final class ApiDiffCommand implements PortalCommand {
    private final BundleContext context;

    /** Compares with this framework. */
    @Activate
    public ApiDiffCommand(BundleContext context) {
        this.context = context;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "api-diff", "Says what a jar built for another version of the API needs that this portal lacks")
                .argument("jar", "a .jar file, relative to where you are")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Path jar = call.file("jar");
        if (!Files.isRegularFile(jar)) {
            throw new MisusedCommandException("no file " + jar);
        }
        List<Line> lines = new JarNeeds(new PortalApi(context), name -> name.startsWith("org.preau.")).of(jar);
        if (call.flag("json")) {
            call.json(lines);
        } else {
            call.table(
                    List.of("KIND", "NAME", "WANTED", "HERE", "FITS"),
                    lines.stream()
                            .map(line -> List.of(
                                    line.kind(), line.name(), line.wanted(), line.here(), line.fits() ? "yes" : "NO"))
                            .toList());
        }
        return lines.stream().allMatch(Line::fits) ? OK : 1;
    }
}
