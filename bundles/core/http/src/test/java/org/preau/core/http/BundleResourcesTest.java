package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleResourcesTest {
    @TempDir
    Path folder;

    @Test
    void knowsContentTypesByEnding() {
        assertThat(ContentTypes.of("a/page.css")).isEqualTo("text/css;charset=UTF-8");
        assertThat(ContentTypes.of("FONT.WOFF2")).isEqualTo("font/woff2");
        assertThat(ContentTypes.of("unknown")).isEqualTo("application/octet-stream");
    }

    @Test
    void zipsTextThatIsWorthItAndNothingElse() throws Exception {
        assertThat(read("a.css", "x".repeat(4000)).zipped()).isNotNull();
        assertThat(read("a.css", "x").zipped()).isNull();
        assertThat(read("a.png", "x".repeat(4000)).zipped()).isNull();
    }

    @Test
    void tagsContents() throws Exception {
        assertThat(read("a.css", "x").tag())
                .isEqualTo(read("b.css", "x").tag())
                .isNotEqualTo(read("a.css", "y").tag());
    }

    @Test
    void dropsWhatWasNotAskedForLongest() throws Exception {
        ResourceCache cache = new ResourceCache(1000);
        ResourceFile file = read("a.png", "x".repeat(240));
        for (int i = 0; i < 4; i++) {
            cache.get("k" + i, () -> file);
        }
        cache.get("k0", () -> file);
        cache.get("k4", () -> file);

        ResourceFile fresh = read("b.png", "y");
        assertThat(cache.get("k0", () -> fresh)).isSameAs(file);
        assertThat(cache.get("k1", () -> fresh)).isSameAs(fresh);
    }

    private ResourceFile read(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        return ResourceFile.read(file.toUri().toURL(), name);
    }
}
