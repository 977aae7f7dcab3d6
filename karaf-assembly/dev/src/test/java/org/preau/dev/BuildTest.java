package org.preau.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    @TempDir
    Path folder;

    private static void build(PluginProject project, WarmCompiler compiler) throws IOException, BuildFailedException {
        Path classes = project.work().resolve("classes");
        Sources.empty(classes);
        compiler.compile(classes);
        Sources.copyResources(project, classes);
        Bundler.bundle(project, classes);
    }

    @Test
    void makesABundleAsMavenWould() throws Exception {
        PluginProject project = new SampleProject(folder).project();
        try (WarmCompiler compiler = new WarmCompiler(project)) {
            build(project, compiler);
        }
        try (JarFile jar = new JarFile(project.jar().toFile())) {
            Attributes headers = jar.getManifest().getMainAttributes();
            assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("greeter");
            assertThat(headers.getValue("Bundle-Version")).isEqualTo("1.2.0.SNAPSHOT");
            assertThat(headers.getValue("Service-Component")).isEqualTo("OSGI-INF/org.example.Greeter.xml");
            assertThat(headers.getValue("X-Said")).isEqualTo("greeter");
            assertThat(headers.getValue("Export-Package")).isNull();
            assertThat(new String(
                            jar.getInputStream(jar.getEntry("words.properties")).readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("version=1.2-SNAPSHOT é ${unknown}");
            assertThat(jar.getEntry("org/example/Greeter.class")).isNotNull();
        }
    }

    @Test
    void tellsFileAndLineOfAnErrorAndWorksAgainOnceItIsMended() throws Exception {
        SampleProject sample = new SampleProject(folder);
        PluginProject project = sample.project();
        try (WarmCompiler compiler = new WarmCompiler(project)) {
            sample.greets("\" + nobody + \"");
            assertThatThrownBy(() -> build(project, compiler))
                    .isInstanceOfSatisfying(BuildFailedException.class, failure -> {
                        assertThat(failure.step()).isEqualTo("compile");
                        assertThat(failure.messages())
                                .singleElement()
                                .asString()
                                .startsWith("src/main/java/org/example/Greeter.java:7: ")
                                .contains("nobody");
                    });
            sample.greets("Salut");
            build(project, compiler);
            assertThat(project.jar()).isRegularFile();
        }
    }

    @Test
    void leavesOutWhatWasDeleted() throws Exception {
        SampleProject sample = new SampleProject(folder);
        PluginProject project = sample.project();
        sample.write("src/main/java/org/example/Gone.java", "package org.example;\nclass Gone {}\n");
        try (WarmCompiler compiler = new WarmCompiler(project)) {
            build(project, compiler);
            java.nio.file.Files.delete(folder.resolve("src/main/java/org/example/Gone.java"));
            build(project, compiler);
        }
        try (JarFile jar = new JarFile(project.jar().toFile())) {
            assertThat(jar.getEntry("org/example/Gone.class")).isNull();
        }
    }
}
