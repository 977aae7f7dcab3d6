package org.preau.core.extensions.diff;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The classes and members of others that compiled classes name. */
final class ApiUse extends ClassVisitor {
    private final Predicate<String> wanted;
    private final Map<String, Set<Member>> classes = new TreeMap<>();

    /**
     * A member.
     *
     * @param name its name; {@code <init>} for a constructor
     * @param descriptor its types, as the JVM writes them
     */
    record Member(String name, String descriptor) implements Comparable<Member> {
        boolean isMethod() {
            return descriptor.startsWith("(");
        }

        @Override
        public int compareTo(Member other) {
            int names = name.compareTo(other.name);
            return names == 0 ? descriptor.compareTo(other.descriptor) : names;
        }
    }

    /**
     * Collects what is used of some classes.
     *
     * @param wanted which, by name with dots
     */
    ApiUse(Predicate<String> wanted) {
        super(Opcodes.ASM9);
        this.wanted = wanted;
    }

    /** Reads one class. */
    void read(byte[] compiled) {
        new ClassReader(compiled).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** What was found: members by class. */
    Map<String, Set<Member>> classes() {
        return classes;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String[] interfaces) {
        if (superName != null) {
            note(superName);
        }
        for (String each : interfaces) {
            note(each);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        types(Type.getType(descriptor));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        types(Type.getMethodType(descriptor));
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String types, boolean isInterface) {
                member(owner, new Member(called, types));
            }

            @Override
            public void visitFieldInsn(int opcode, String owner, String field, String type) {
                member(owner, new Member(field, type));
            }

            @Override
            public void visitTypeInsn(int opcode, String type) {
                note(type);
            }
        };
    }

    private void types(Type type) {
        switch (type.getSort()) {
            case Type.METHOD -> {
                types(type.getReturnType());
                for (Type each : type.getArgumentTypes()) {
                    types(each);
                }
            }
            case Type.ARRAY -> types(type.getElementType());
            case Type.OBJECT -> note(type.getInternalName());
            default -> {
                // a primitive
            }
        }
    }

    private void member(String owner, Member member) {
        if (note(owner)) {
            classes.getOrDefault(owner.replace('/', '.'), new TreeSet<>()).add(member);
        }
    }

    private boolean note(String internalName) {
        String name = internalName.replace('/', '.');
        boolean ours = !name.startsWith("[") && wanted.test(name);
        if (ours) {
            classes.computeIfAbsent(name, each -> new TreeSet<>());
        }
        return ours;
    }
}
