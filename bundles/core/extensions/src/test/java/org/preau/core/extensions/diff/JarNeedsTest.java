package org.preau.core.extensions.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;

class JarNeedsTest {
    @TempDir
    Path folder;

    /** What is packed into the jar. */
    static final class Plugin {
        String name(Texts texts) {
            return texts.text(java.util.Locale.FRENCH, "name");
        }

        void refuse(PortalException refusal) {
            if (refusal.messageKey().isEmpty()) {
                throw refusal;
            }
        }
    }

    /** A class that lost its methods. */
    static final class Poor {}

    @Test
    void saysThatEverythingIsThere() throws IOException {
        List<Line> lines = needs(Map.of(), "1.4.0").of(jar());
        assertThat(lines).containsExactly(new Line("package", "org.preau.api.base", "[1.0,2)", "1.4.0", true));
    }

    @Test
    void saysWhichPackageClassAndMethodAreMissing() throws IOException {
        assertThat(needs(Map.of("Texts", Poor.class), "2.0.0").of(jar()))
                .contains(
                        new Line("package", "org.preau.api.base", "[1.0,2)", "2.0.0", false),
                        new Line(
                                "method",
                                "org.preau.api.base.Texts.text(Locale, String, Object[])",
                                "used",
                                "",
                                false));
        assertThat(needs(Map.of("PortalException", Void.class), "1.0.0").of(jar()))
                .contains(new Line("class", "org.preau.api.base.PortalException", "used", "", false));
    }

    @Test
    void readsHeadersWithCommasInQuotes() {
        assertThat(ImportHeader.read("a.b;version=\"[1.0,2)\";resolution:=optional,c.d,e.f;version=1.1"))
                .isEqualTo(Map.of("a.b", "[1.0,2)", "c.d", "0", "e.f", "1.1"));
        assertThat(ImportHeader.read(null)).isEmpty();
    }

    private static JarNeeds needs(Map<String, Class<?>> instead, String version) {
        PortalApi portal = new PortalApi() {
            @Override
            Set<String> versions(String name) {
                return Set.of(version);
            }

            @Override
            @Nullable
            Class<?> find(String name) {
                Class<?> other = instead.get(name.substring(name.lastIndexOf('.') + 1));
                try {
                    return other == Void.class ? null : other == null ? Class.forName(name) : other;
                } catch (ClassNotFoundException e) {
                    return null;
                }
            }
        };
        return new JarNeeds(portal, name -> name.startsWith("org.preau.api."));
    }

    private Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Import-Package", "org.preau.api.base;version=\"[1.0,2)\",org.slf4j");
        Path jar = folder.resolve("plugin.jar");
        String path = Plugin.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Plugin.class.getResourceAsStream("/" + path)) {
            out.putNextEntry(new JarEntry(path));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
