package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class JarReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsIdentityWhateverTheFileIsCalled() throws IOException {
        Path file = Jars.plugin(folder.resolve("anything.jar"), "org.example.news", "1.2.3");

        assertThat(JarReader.read(file)).isInstanceOfSatisfying(JarReading.Plugin.class, plugin -> {
            assertThat(plugin.jar().name()).isEqualTo("org.example.news");
            assertThat(plugin.jar().version()).isEqualTo(new Version(1, 2, 3));
            assertThat(plugin.jar().hash()).hasSize(64);
        });
    }

    @Test
    void waitsForAJarThatIsBeingWritten() throws IOException {
        Path whole = Jars.plugin(folder.resolve("a.jar"), "org.example.news", "1.0.0");
        byte[] content = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(content, content.length - 10));

        assertThat(JarReader.read(whole)).isInstanceOf(JarReading.Incomplete.class);
        Files.write(whole, content);
        assertThat(JarReader.read(whole)).isInstanceOf(JarReading.Plugin.class);
    }

    @Test
    void refusesWhatIsNotAPluginAndSaysWhy() throws IOException {
        refused("no Bundle-SymbolicName", "Implementation-Title", "x");
        refused("fragment", bundle("Fragment-Host", "org.preau.core.shell"));
        refused("HttpEndpoint", bundle("Web-ContextPath", "/x"));
        refused("exports no package (org.x", bundle("Export-Package", "org.x;version=1"));
        refused("Import-Package", bundle("DynamicImport-Package", "*"));
        refused("not a version", bundle("Bundle-Version", "one"));
    }

    private void refused(String why, String... headers) throws IOException {
        assertThat(JarReader.read(Jars.write(folder.resolve("x.jar"), headers)))
                .isInstanceOfSatisfying(
                        JarReading.Refused.class,
                        refused -> assertThat(refused.why().en()).contains(why));
    }

    private static String[] bundle(String name, String value) {
        return new String[] {"Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.x", name, value};
    }
}
