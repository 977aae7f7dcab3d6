package org.preau.checks.api;

import aQute.bnd.service.diff.Delta;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API of a release, kept as text: {@code <package>.txt}. What is incompatible with it needs a new major version of its package; what is added, a new minor version, once the release is out.
 *
 * @param folder where it is kept
 * @param released whether it is out: until then additions need no new version
 */
record Baseline(Path folder, boolean released) {
    /** What is wrong with the packages as they are now, a line each. */
    List<String> problems(List<PackageTree> now) throws IOException {
        List<String> problems = new ArrayList<>();
        for (PackageTree each : now) {
            Path file = file(each.name());
            if (Files.exists(file)) {
                check(each, PackageTree.read(Files.readAllLines(file)), problems);
            } else if (released) {
                problems.add(each.name() + ": is new; keep its tree by -Dpreau.write=true");
            }
        }
        for (String name : kept()) {
            if (now.stream().noneMatch(each -> each.name().equals(name))) {
                problems.add(name + ": is not exported any more");
            }
        }
        return problems;
    }

    private void check(PackageTree now, PackageTree then, List<String> problems) {
        Delta delta = now.since(then);
        Version wanted =
                switch (delta) {
                    case MAJOR, REMOVED -> new Version(then.version().getMajor() + 1, 0, 0);
                    case MINOR, ADDED ->
                        released
                                ? new Version(
                                        then.version().getMajor(),
                                        then.version().getMinor() + 1,
                                        0)
                                : then.version();
                    default -> then.version();
                };
        if (now.version().compareTo(wanted) < 0) {
            problems.add(now.name() + ": " + delta + " change; its version is " + now.version() + ", must be " + wanted
                    + " at least");
        }
    }

    /** Keeps the packages that are not kept yet; of an unreleased version all of them. */
    void write(List<PackageTree> now) throws IOException {
        Files.createDirectories(folder);
        for (PackageTree each : now) {
            if (!released || !Files.exists(file(each.name()))) {
                Files.writeString(file(each.name()), each.text());
            }
        }
    }

    private Path file(String packageName) {
        return folder.resolve(packageName + ".txt");
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("org.preau."))
                    .map(name -> name.replaceAll("\\.txt$", ""))
                    .sorted()
                    .toList();
        }
    }
}
