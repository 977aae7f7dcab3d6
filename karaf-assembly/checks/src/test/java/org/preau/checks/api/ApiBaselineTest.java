package org.preau.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plugin built against 1.0 runs on every later 1.x: the API as it is now against {@code api-1.0}, by bnd's rules. */
class ApiBaselineTest {
    private static final Baseline FIRST = new Baseline(Path.of("src/test/resources/api-1.0"), false);

    @Test
    void nothingThatPluginsUseHasGoneOrChanged() throws Exception {
        List<PackageTree> now = packages();
        assertThat(now).hasSizeGreaterThan(20);
        if (Boolean.getBoolean("preau.write")) {
            FIRST.write(now);
        }
        assertThat(FIRST.problems(now))
                .as(
                        "changes of the API that its versions do not say: undo them, or give the package (@Version) the version named")
                .isEmpty();
    }

    @Test
    void aTreeIsTheSameAfterItWasWrittenAndRead() throws Exception {
        for (PackageTree each : packages()) {
            PackageTree read = PackageTree.read(each.text().lines().toList());
            assertThat(read.text()).isEqualTo(each.text());
            assertThat(read.name()).isEqualTo(each.name());
        }
    }

    /** What the bundles of the API export as stable, as they were built last; experimental packages may change, internal ones are for us. */
    private static List<PackageTree> packages() throws Exception {
        Path bundles = ApiSources.ROOT.resolve("bundles");
        List<Path> folders;
        try (Stream<Path> api = Files.list(bundles.resolve("api"))) {
            folders = Stream.concat(api, Stream.of(bundles.resolve("ui/kit")))
                    .sorted()
                    .toList();
        }
        List<PackageTree> packages = new ArrayList<>();
        for (Path folder : folders) {
            Path classes = folder.resolve("target/classes");
            assertThat(classes.resolve("META-INF/MANIFEST.MF")).as("built").exists();
            packages.addAll(PackageTree.of(classes));
        }
        ApiSources sources = ApiSources.read();
        packages.removeIf(each -> !sources.stability(each.name()).equals("stable"));
        return packages;
    }
}
