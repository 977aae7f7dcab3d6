package org.preau.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * No protocol goes round the release gate (3113-1 to 5): a bundle of {@code sso} or {@code connectors} never imports the directory, and never asks a session who its user is. What it sends comes from
 * {@code ReleaseGate} and {@code UserFacts} alone.
 */
final class GateRules {
    private static final Set<String> FLOORS = Set.of("org.preau.sso.", "org.preau.connectors.");
    private static final String DIRECTORY = "org.preau.api.directory";
    private static final String SESSION = "org/preau/api/signin/PortalSession";
    private static final Set<String> WHO = Set.of("login", "firstName", "lastName", "displayName", "personId", "toString");

    private static final String POLICY = "org/preau/api/connector/CategoryPolicy";

    private GateRules() {}

    /** What is wrong with a bundle's imports. */
    static Set<String> violations(BundleFacts bundle) {
        Set<String> found = new TreeSet<>();
        if (concerned(bundle.symbolicName())) {
            for (String imported : bundle.imports().keySet()) {
                if (imported.equals(DIRECTORY) || imported.startsWith(DIRECTORY + ".")) {
                    found.add(bundle.symbolicName() + " imports " + imported
                            + ": what leaves about a user comes from the ReleaseGate alone");
                }
            }
        }
        return found;
    }

    /** What is wrong with a bundle's code. */
    static Set<String> violations(BundleFacts bundle, Path jar) {
        Set<String> found = violations(bundle);
        if (concerned(bundle.symbolicName())) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream()
                        .filter(each -> each.getName().startsWith("org/preau/")
                                && each.getName().endsWith(".class"))
                        .toList()) {
                    try (InputStream in = file.getInputStream(entry)) {
                        found.addAll(violations(bundle.symbolicName(), in.readAllBytes()));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(jar + " cannot be read as a bundle", e);
            }
        }
        return found;
    }

    /** What is wrong with one class. */
    static Set<String> violations(String bundle, byte[] classFile) {
        Set<String> found = new TreeSet<>();
        ClassReader reader = new ClassReader(classFile);
        String prefix = bundle + ": " + reader.getClassName().replace('/', '.');
        reader.accept(new Calls(prefix, bundle.startsWith("org.preau.sso."), found), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    private static boolean concerned(String symbolicName) {
        return FLOORS.stream().anyMatch(symbolicName::startsWith);
    }

    private static final class Calls extends ClassVisitor {
        private final String prefix;
        private final boolean protocol;
        private final Set<String> found;

        Calls(String prefix, boolean protocol, Set<String> found) {
            super(Opcodes.ASM9);
            this.prefix = prefix;
            this.protocol = protocol;
            this.found = found;
        }

        private void called(String owner, String name) {
            if (owner.equals(SESSION) && WHO.contains(name)) {
                found.add(prefix + " asks a session for " + name
                        + ": what leaves about a user comes from the ReleaseGate alone");
            }
            if (protocol && owner.equals(POLICY)) {
                found.add(prefix + " asks a policy itself: the ReleaseGate does, and audits what leaves");
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String type, @Nullable String generic, String @Nullable [] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String ofType, boolean isInterface) {
                    called(owner, name);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String ofType, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                        if (argument instanceof Handle handle) {
                            called(handle.getOwner(), handle.getName());
                        }
                    }
                }
            };
        }
    }
}
