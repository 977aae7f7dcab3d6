package org.preau.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class RequirementTableTest {
    @TempDir
    Path root;

    @Test
    void tellsForEachRequirementWhichTestsProveItAndHowTheyEnded() throws IOException {
        classThatProves("44A");
        report("<testcase classname='org.preau.x.XTest' name='reads'/>");
        assertThat(RequirementTable.table(root)).contains("| 44A | org.preau.x.XTest#* | passed |");
    }

    @Test
    void neverCallsAFailedTestAProof() throws IOException {
        classThatProves("44A");
        report("<testcase classname='org.preau.x.XTest' name='reads'/>"
                + "<testcase classname='org.preau.x.XTest' name='writes'><failure/></testcase>");
        assertThat(RequirementTable.table(root)).contains("| 44A | org.preau.x.XTest#* | failed |");
    }

    @Test
    void saysWhenTheTestWasNotRun() throws IOException {
        classThatProves("44A");
        assertThat(RequirementTable.table(root)).contains("| not run |");
    }

    private void classThatProves(String requirement) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "org/preau/x/XTest", null, "java/lang/Object", null);
        AnnotationVisitor annotation = writer.visitAnnotation("Lorg/preau/api/base/Requirement;", true);
        AnnotationVisitor values = annotation.visitArray("value");
        values.visit(null, requirement);
        values.visitEnd();
        annotation.visitEnd();
        writer.visitEnd();
        Path file = root.resolve("m/target/test-classes/org/preau/x/XTest.class");
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, writer.toByteArray());
    }

    private void report(String cases) throws IOException {
        Path file = root.resolve("m/target/surefire-reports/TEST-x.xml");
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "<testsuite>" + cases + "</testsuite>");
    }
}
