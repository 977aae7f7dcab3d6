package org.preau.core.extensions.diff;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/**
 * {@code preau:api-diff}: what a jar, or a plugin that is here, needs of the API that this portal lacks; of two jars, what the newer one exports otherwise than the older. Exit status 1 when something is lacking, or
 * when a version does not say what changed.
 */
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
                        "api-diff",
                        "Says what a plugin needs of the API that this portal lacks, or how two versions of an API differ")
                .argument(
                        "jar", "a .jar file, relative to where you are, or the symbolic name of a bundle that is here")
                .optionalArgument("newer", "a newer .jar file: compares what both export")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Path jar = found(call);
        return call.optional("newer").isPresent() ? two(call, jar) : needs(call, jar);
    }

    private int needs(CommandCall call, Path jar) throws IOException {
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

    private static int two(CommandCall call, Path older) throws IOException {
        Path newer = call.file("newer");
        if (!Files.isRegularFile(newer)) {
            throw new MisusedCommandException("no file " + newer);
        }
        List<Change> changes = TwoJars.compare(older, newer);
        if (call.flag("json")) {
            call.json(changes);
        } else {
            call.table(
                    List.of("KIND", "NAME", "CHANGE", "WEIGHT", "OLDER", "NEWER", "WANTED", "WELL"),
                    changes.stream()
                            .map(each -> List.of(
                                    each.kind(),
                                    each.name(),
                                    each.change(),
                                    each.weight(),
                                    each.older(),
                                    each.newer(),
                                    each.wanted(),
                                    each.well() ? "yes" : "NO"))
                            .toList());
            call.out().println(Verdict.of(changes));
        }
        return changes.stream().allMatch(Change::well) ? OK : 1;
    }

    private Path found(CommandCall call) {
        Path jar = call.file("jar");
        if (Files.isRegularFile(jar)) {
            return jar;
        }
        return bundle(call.value("jar"))
                .orElseThrow(() -> new MisusedCommandException("no file " + jar + ", and no bundle of that name"));
    }

    /** The file that a bundle was installed from. */
    private Optional<Path> bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .map(Bundle::getLocation)
                .map(location -> location.replaceFirst("^(reference|initial):", ""))
                .filter(location -> location.startsWith("file:/"))
                .map(location -> Path.of(URI.create(location)))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
