package org.preau.core.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.Contribution;
import org.preau.api.extension.ExtensionErased;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.KeptData;
import org.preau.api.extension.PastAct;
import org.preau.api.extension.Signature;
import org.preau.core.persistence.testing.TestDatabase;

/** The life of an extension on a real database, with an installer that does what it is told. */
class DefaultExtensionsTest {
    private static final String ID = "org.example.notes";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path etc;

    private final Subject admin = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.ACADEMY, null);
    private final FakeInstaller machine = new FakeInstaller();
    private final FakeSchemas schemas = new FakeSchemas();
    private final FakeStore files = new FakeStore();
    private final Acts trail = new Acts();
    private final FakeAcademy academy = new FakeAcademy();
    private final List<PortalEvent> events = new ArrayList<>();
    private final FakeBundles bundles = new FakeBundles();
    private TestDatabase database;
    private ExtensionStore store;
    private DefaultExtensions extensions;

    @BeforeEach
    void wire() {
        database = TestDatabase.create();
        store = new ExtensionStore(database.tx(new ExtensionsUnit()));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Brought brought = new Brought(bundles.context());
        bundles.bring(brought, ID, "notes", "notes");
        Acting acting = new Acting();
        machine.listener = new InstallationRecorder(store, brought, acting, trail, events::add, clock);
        ExtensionReader reader = new ExtensionReader(bundles.context(), brought, (part, cause) -> "F-1", schemas);
        LeftBehind leftBehind = new LeftBehind(etc, store, schemas, files, trail, events::add, clock);
        extensions = new DefaultExtensions(
                machine, store, reader, leftBehind, new Catalogue(etc, new NoCalls()), acting, academy, academy);
        academy.administrators.add(admin);
        schemas.there.add("notes");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void isForAdministratorsOfTheWholeAcademyOnly() {
        Subject head = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, null);
        assertThat(extensions.allows(head)).isFalse();
        List<Runnable> acts = List.of(
                () -> extensions.list(head),
                () -> extensions.one(head, ID),
                () -> extensions.refused(head),
                () -> extensions.examine(head, etc),
                () -> extensions.install(head, etc),
                () -> extensions.catalogue(head),
                () -> extensions.installFromCatalogue(head, ID),
                () -> extensions.remove(head, ID),
                () -> extensions.restore(head, ID),
                () -> extensions.kept(head),
                () -> extensions.erase(head, ID),
                () -> extensions.history(head, "", PageRequest.first(1)),
                () -> extensions.measure(head, ID));
        acts.forEach(act -> assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(PortalException.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo("forbidden")));
        assertThat(extensions.list(Subject.SYSTEM)).isEmpty();
    }

    @Test
    void remembersWhoInstalledWhatAndByWhichWay() {
        extensions.install(admin, candidate("1.0.0"));

        assertThat(extensions.one(admin, ID)).hasValueSatisfying(one -> {
            assertThat(one.source()).isEqualTo(ExtensionSource.UPLOAD);
            assertThat(one.since()).isEqualTo(NOW);
        });
        assertThat(trail.acts).containsExactly("admin extension.install extension:" + ID);
        assertThat(acts()).containsExactly("INSTALLED 1.0.0");
        assertThat(store.parts(ID))
                .containsExactly(
                        new Contribution(Contribution.APP, "notes"), new Contribution(Contribution.DATA, "notes"));
    }

    @Test
    void writesDownWhyAnUpdateWentBack() {
        Path bad = candidate("2.0.0", new LocalizedText("plus d’encre", "no ink left"));
        assertThatThrownBy(() -> extensions.install(admin, bad)).hasMessage("no ink left");

        PastAct act =
                extensions.history(admin, ID, PageRequest.first(5)).items().get(0);
        assertThat(act.act()).isEqualTo("RETURNED");
        assertThat(act.why().fr()).isEqualTo("plus d’encre");
        assertThat(act.byAccount()).isEqualTo(admin.accountId());
    }

    @Test
    void keepsDataUntilTheyAreErasedWithSettingsAndChoices() throws IOException {
        extensions.install(admin, candidate("1.0.0"));
        assertThatThrownBy(() -> extensions.erase(admin, ID)).isInstanceOf(PortalException.class);
        extensions.remove(admin, ID);

        assertThat(extensions.kept(admin))
                .containsExactly(new KeptData(ID, "1.0.0", "Notes", NOW, List.of("notes"), 8192));
        files.keys.addAll(List.of("notes/a.txt", "notes/b/c.txt", "other/a.txt"));
        Path own = Files.writeString(etc.resolve(ID + ".cfg"), "");
        Path instance = Files.writeString(etc.resolve(ID + "~one.cfg"), "");
        Path other = Files.writeString(etc.resolve(ID + ".other.cfg"), "");

        extensions.erase(admin, ID);
        assertThat(schemas.there).isEmpty();
        assertThat(files.keys).containsExactly("other/a.txt");
        assertThat(extensions.kept(admin)).isEmpty();
        assertThat(own).doesNotExist();
        assertThat(instance).doesNotExist();
        assertThat(other).exists();
        assertThat(machine.forgotten).containsExactly(ID);
        assertThat(events).contains(new ExtensionErased(ID, List.of("notes")));
        assertThat(trail.acts).endsWith("admin extension.erase extension:" + ID);
        assertThat(acts()).containsExactly("ERASED 1.0.0", "REMOVED 1.0.0", "INSTALLED 1.0.0");
        assertThatThrownBy(() -> extensions.erase(admin, ID)).isInstanceOf(PortalException.class);
    }

    @Test
    void installsFromTheCatalogueOnlyWhatTheCatalogueDescribes() throws IOException {
        Files.writeString(etc.resolve("notes.jar"), "jar");
        catalogue("aa".repeat(32));
        assertThat(extensions.catalogue(admin)).hasSize(1);
        machine.anyFile = true;
        machine.candidates.put(FakeInstaller.ANY, described("bb".repeat(32)));

        assertThatThrownBy(() -> extensions.installFromCatalogue(admin, ID))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("Nothing was installed");
        assertThat(machine.jars).isEmpty();

        machine.candidates.put(FakeInstaller.ANY, described("aa".repeat(32)));
        assertThat(extensions.installFromCatalogue(admin, ID).source()).isEqualTo(ExtensionSource.CATALOGUE);
        assertThatThrownBy(() -> extensions.installFromCatalogue(admin, "org.example.other"))
                .hasMessageContaining("does not offer");
    }

    private void catalogue(String hash) throws IOException {
        Files.writeString(
                etc.resolve("extensions.json"),
                "[{\"id\":\"" + ID + "\",\"version\":\"1.0.0\",\"file\":\"notes.jar\",\"sha256\":\"" + hash + "\"}]");
    }

    private List<String> acts() {
        return extensions.history(admin, "", PageRequest.first(20)).items().stream()
                .map(act -> act.act() + " " + act.version())
                .toList();
    }

    private Path candidate(String version, LocalizedText... objections) {
        Path jar = etc.resolve(version + ".jar");
        machine.candidates.put(
                jar, new Candidate(ID, version, "Notes", "", "cc", "", Signature.NONE, Set.of(), List.of(objections)));
        return jar;
    }

    private static Candidate described(String hash) {
        return new Candidate(ID, "1.0.0", "Notes", "", hash, "", Signature.NONE, Set.of(), List.of());
    }

    private static final class NoCalls implements org.preau.api.http.OutgoingCalls {
        @Override
        public Answer get(URI address, java.util.Map<String, String> headers) throws IOException {
            throw new IOException("nobody there");
        }

        @Override
        public Answer post(URI address, String type, byte[] body, java.util.Map<String, String> headers)
                throws IOException {
            throw new IOException("nobody there");
        }
    }
}
