package org.preau.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads from compiled test classes which test claims to prove which requirement. */
final class ProvingTests {
    private static final String ANNOTATION = "Lorg/preau/api/base/Requirement;";

    /**
     * One claim.
     *
     * @param requirement id of the requirement
     * @param className test class
     * @param method test method, or {@code *} when the whole class proves it
     */
    record Claim(String requirement, String className, String method) {}

    private ProvingTests() {}

    static List<Claim> in(Path classFile) {
        List<Claim> claims = new ArrayList<>();
        try {
            ClassReader reader = new ClassReader(Files.readAllBytes(classFile));
            String className = reader.getClassName().replace('/', '.');
            reader.accept(new ClaimVisitor(className, claims), ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(classFile + " cannot be read", e);
        }
        return claims;
    }

    private static final class ClaimVisitor extends ClassVisitor {
        private final String className;
        private final List<Claim> claims;

        ClaimVisitor(String className, List<Claim> claims) {
            super(Opcodes.ASM9);
            this.className = className;
            this.claims = claims;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return descriptor.equals(ANNOTATION) ? new Ids(className, "*", claims) : null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return annotation.equals(ANNOTATION) ? new Ids(className, name, claims) : null;
                }
            };
        }
    }

    private static final class Ids extends AnnotationVisitor {
        private final String className;
        private final String method;
        private final List<Claim> claims;

        Ids(String className, String method, List<Claim> claims) {
            super(Opcodes.ASM9);
            this.className = className;
            this.method = method;
            this.claims = claims;
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return this;
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            claims.add(new Claim(String.valueOf(value), className, method));
        }
    }
}
