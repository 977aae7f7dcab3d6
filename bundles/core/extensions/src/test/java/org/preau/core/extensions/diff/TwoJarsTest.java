package org.preau.core.extensions.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Two versions of one API, each a package with an interface that plugins call and implement. */
class TwoJarsTest {
    private static final String PACKAGE = "org.example.api";
    private static final int METHOD = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;

    @TempDir
    Path folder;

    @Test
    void findsNothingBetweenTheSame() throws IOException {
        List<Change> changes = TwoJars.compare(jar("a", "1.0.0", "ring"), jar("b", "1.0.0", "ring"));

        assertThat(changes).isEmpty();
        assertThat(Verdict.of(changes)).contains("run unchanged");
    }

    @Test
    void aMethodThatIsGoneIsMajorAndWantsTheNextFirstNumber() throws IOException {
        List<Change> changes = TwoJars.compare(jar("a", "1.2.0", "ring", "call"), jar("b", "1.3.0", "ring"));

        assertThat(changes)
                .contains(new Change("package", PACKAGE, "changed", "MAJOR", "1.2.0", "1.3.0", "2.0.0", false))
                .anySatisfy(change -> {
                    assertThat(change.name()).isEqualTo(PACKAGE + ".Bell.call()");
                    assertThat(change.change()).isEqualTo("removed");
                    assertThat(change.weight()).isEqualTo("MAJOR");
                });
        assertThat(Verdict.of(changes))
                .contains("must be changed and built again")
                .contains(PACKAGE + " must be 2.0.0 at least, not 1.3.0");
    }

    @Test
    void findsNoFaultWithAVersionThatSaysIt() throws IOException {
        List<Change> changes = TwoJars.compare(jar("a", "1.2.0", "ring", "call"), jar("b", "2.0.0", "ring"));

        assertThat(changes).isNotEmpty().allMatch(Change::well);
        assertThat(Verdict.of(changes)).doesNotContain("at least");
    }

    @Test
    void aTypeThatCameIsMinor() throws IOException {
        Path older = jar("a", "1.0.0", "ring");
        Path newer = jar("b", "1.1.0", "ring");
        add(newer, "Gong");

        List<Change> changes = TwoJars.compare(older, newer);

        assertThat(changes)
                .contains(new Change("package", PACKAGE, "changed", "MINOR", "1.0.0", "1.1.0", "1.1.0", true))
                .anyMatch(change -> change.name().equals(PACKAGE + ".Gong")
                        && change.change().equals("added"));
        assertThat(Verdict.of(changes)).contains("may not run on the older");
    }

    @Test
    void refusesWhatIsNoJar() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.jar"), "Bonjour");
        assertThatThrownBy(() -> TwoJars.compare(text, jar("a", "1.0.0", "ring")))
                .isInstanceOf(IOException.class);
    }

    private Path jar(String name, String version, String... methods) throws IOException {
        Path jar = folder.resolve(name + ".jar");
        write(jar, version, List.of(type("Bell", methods)));
        return jar;
    }

    private static void add(Path jar, String name) throws IOException {
        write(jar, "1.1.0", List.of(type("Bell", "ring"), type(name, "strike")));
    }

    private static void write(Path jar, String version, List<Class> types) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", PACKAGE);
        main.putValue("Bundle-Version", version);
        main.putValue("Export-Package", PACKAGE + ";version=\"" + version + "\"");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class each : types) {
                out.putNextEntry(new JarEntry(each.path()));
                out.write(each.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Class(String path, byte[] bytes) {}

    private static Class type(String name, String... methods) {
        String path = (PACKAGE + "." + name).replace('.', '/');
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
                path,
                null,
                "java/lang/Object",
                null);
        for (String method : methods) {
            writer.visitMethod(METHOD, method, "()V", null, null).visitEnd();
        }
        writer.visitEnd();
        return new Class(path + ".class", writer.toByteArray());
    }
}
