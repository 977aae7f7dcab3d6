package org.preau.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline refuses what it is there to refuse: changes seeded into a small API. */
class BaselineTest {
    private static final String FEED =
            "@org.osgi.annotation.versioning.ConsumerType public interface Feed { String id(); default int order() { return 1; } %s }";
    private static final String FEEDS =
            "@org.osgi.annotation.versioning.ProviderType public interface Feeds { Feed byId(String id); %s }";

    @TempDir
    Path folder;

    private Baseline released;
    private int builds;

    @BeforeEach
    void release() throws Exception {
        released = new Baseline(folder.resolve("api"), true);
        released.write(build("1.0.0", FEED.formatted(""), FEEDS.formatted("")));
    }

    private List<PackageTree> build(String version, String... sources) throws Exception {
        Path root = folder.resolve("build" + builds++);
        Path classes = Files.createDirectories(root.resolve("classes"));
        for (String source : sources) {
            String name = source.replaceAll("(?s).*?(?:interface|class|record) (\\w+).*", "$1");
            Files.writeString(root.resolve(name + ".java"), "package org.preau.api.seed; " + source);
        }
        List<String> arguments = new java.util.ArrayList<>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        try (var files = Files.list(root)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.preau.api.seed");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Export-Package", "org.preau.api.seed;version=\"" + version + "\"");
        Files.createDirectories(classes.resolve("META-INF"));
        try (var out = Files.newOutputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            manifest.write(out);
        }
        return PackageTree.of(classes);
    }

    @Test
    void acceptsWhatIsTheSame() throws Exception {
        assertThat(released.problems(build("1.0.0", FEED.formatted(""), FEEDS.formatted(""))))
                .isEmpty();
    }

    @Test
    void refusesAMethodThatIsGone() throws Exception {
        String without = FEED.formatted("").replace("default int order() { return 1; }", "");
        assertThat(released.problems(build("1.1.0", without, FEEDS.formatted(""))))
                .singleElement()
                .asString()
                .contains("MAJOR", "must be 2.0.0");
        assertThat(released.problems(build("2.0.0", without, FEEDS.formatted(""))))
                .isEmpty();
    }

    @Test
    void refusesAMethodThatPluginsWouldHaveToWrite() throws Exception {
        assertThat(released.problems(build("1.1.0", FEED.formatted("String kind();"), FEEDS.formatted(""))))
                .singleElement()
                .asString()
                .contains("MAJOR");
    }

    @Test
    void acceptsOneWithADefaultInANewMinorVersion() throws Exception {
        String more = FEED.formatted("default String kind() { return \"\"; }");
        assertThat(released.problems(build("1.1.0", more, FEEDS.formatted("")))).isEmpty();
        assertThat(released.problems(build("1.0.0", more, FEEDS.formatted(""))))
                .singleElement()
                .asString()
                .contains("MINOR", "must be 1.1.0");
        assertThat(new Baseline(folder.resolve("api"), false).problems(build("1.0.0", more, FEEDS.formatted(""))))
                .as("before the release")
                .isEmpty();
    }

    @Test
    void acceptsAMethodThatThePortalWrites() throws Exception {
        assertThat(released.problems(
                        build("1.1.0", FEED.formatted(""), FEEDS.formatted("java.util.List<Feed> all();"))))
                .isEmpty();
    }

    @Test
    void refusesATypeThatIsGoneOrAParameterThatChanged() throws Exception {
        assertThat(released.problems(build("1.1.0", FEED.formatted("")))).hasSize(1);
        assertThat(released.problems(
                        build("1.1.0", FEED.formatted(""), FEEDS.formatted("").replace("String id", "int id"))))
                .hasSize(1);
    }

    @Test
    void refusesAPackageThatIsGone() throws Exception {
        assertThat(released.problems(List.of())).containsExactly("org.preau.api.seed: is not exported any more");
    }
}
