package org.preau.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.console.CommandCall;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;

class DoctorTest {
    private static final Imports NOTHING_HERE = new Imports(new Exports(List.of()), 17);

    @TempDir
    Path folder;

    private final Bundle notes = FakeBundles.bundle("org.example.notes.app", Bundle.ACTIVE, Map.of());
    private final Bundle broken = FakeBundles.bundle(
            "org.example.broken", Bundle.INSTALLED, Map.of("Import-Package", "com.example.pdf;version=\"3.1\""));
    private final Bundle stopped = FakeBundles.bundle("org.example.stopped", Bundle.RESOLVED, Map.of());

    @Test
    void aWellBundleIsWellByItsNameOrTheEndOfIt() {
        assertThat(run("org.example.notes.app")).isEqualTo("0 org.example.notes.app 1.2.0 is well.");
        assertThat(run("notes-app")).startsWith("0 ");
    }

    @Test
    void anUnknownNameIsAnsweredByTheNearest() {
        assertThat(run("org.example.nots.app")).startsWith("2 ").contains("there is org.example.notes.app");
        assertThat(run("quite-another-thing")).startsWith("2 ").contains("is called quite-another-thing.");
    }

    @Test
    void aBundleThatDoesNotResolveIsSickWithTheCure() {
        assertThat(run("org.example.broken"))
                .startsWith("1 org.example.broken 1.2.0 does not work:")
                .contains("com.example.pdf", "→ Put the library into the plugin itself");
    }

    @Test
    void aStoppedBundleIsToBeStarted() {
        assertThat(run("org.example.stopped")).startsWith("1 ").contains("preau:bundle-start org.example.stopped");
    }

    @Test
    void speaksFrenchAndJson() {
        assertThat(run("org.example.stopped", "--lang", "fr")).contains("Son bundle est arrêté.");
        assertThat(run("org.example.stopped", "--json"))
                .contains("\"status\" : \"sick\"", "\"code\" : \"not-started\"");
    }

    @Test
    void aDroppedJarThatIsNotInstalledIsExamined() throws IOException {
        jar("late.jar", "org.example.late", "com.example.pdf");
        assertThat(run("org.example.late")).startsWith("1 ").contains("late.jar", "com.example.pdf");
        jar("plain.jar", "", "");
        assertThat(run("plain.jar")).startsWith("1 ").contains("is not an OSGi bundle");
    }

    @Test
    void anExaminerThatFailsDoesNotEndTheExamination() {
        Examiner failing = patient -> {
            throw new IllegalStateException("no");
        };
        assertThat(run(List.of(failing), "org.example.notes.app"))
                .startsWith("0 ")
                .contains("could not look");
    }

    @Test
    void tellsWhatIsWrongWithAnApplication() {
        LocalizedText good = new LocalizedText("Notes", "Notes");
        assertThat(codes(app(good, EnumSet.allOf(Profile.class)))).isEmpty();
        assertThat(codes(app(good, Set.of()))).containsExactly("no-audience");
        assertThat(codes(app(good, Set.of(Profile.TEACHER)))).containsExactly("some-profiles");
        assertThat(codes(app(new LocalizedText("!app.name!", ""), EnumSet.allOf(Profile.class))))
                .containsExactly("missing-text");
    }

    @Test
    void tellsAMigrationThatFailedFromADatabaseThatIsAway() {
        String health = "mail failed: ERROR: syntax error at V2; notes waits";
        assertThat(UnitExaminer.findings(List.of("mail"), health))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("failed-migration");
                    assertThat(finding.what().en()).contains("syntax error at V2");
                });
        assertThat(UnitExaminer.findings(List.of("notes"), health))
                .extracting(Finding::code)
                .containsExactly("unit-waits");
        assertThat(UnitExaminer.findings(List.of("other"), health)).isEmpty();
    }

    private static List<String> codes(AppDescriptor app) {
        return AppExaminer.contribution(app).stream().map(Finding::code).toList();
    }

    private static AppDescriptor app(LocalizedText name, Set<Profile> audience) {
        return new AppDescriptor("notes", name, new LocalizedText("Des notes", "Notes"), "note", Hue.BLUE, audience, 1);
    }

    private String run(String... words) {
        return run(
                List.of(new BundleExaminer(() -> NOTHING_HERE), new FolderExaminer(folder, () -> NOTHING_HERE)), words);
    }

    private String run(List<Examiner> examiners, String... words) {
        Doctor doctor = new Doctor(FakeBundles.context(notes, broken, stopped), new PluginApps(), examiners);
        DoctorCommand command = new DoctorCommand(doctor);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int status = command.run(CommandCall.read(command.spec(), List.of(words), folder, out, out));
        return status + " " + bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private void jar(String file, String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!name.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name + ";singleton:=true");
            manifest.getMainAttributes().putValue("Import-Package", imports);
        }
        new JarOutputStream(Files.newOutputStream(folder.resolve(file)), manifest).close();
    }
}
