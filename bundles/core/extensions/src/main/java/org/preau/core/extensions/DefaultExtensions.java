package org.preau.core.extensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.extension.Candidate;
import org.preau.api.extension.CatalogueEntry;
import org.preau.api.extension.Extension;
import org.preau.api.extension.ExtensionSource;
import org.preau.api.extension.Extensions;
import org.preau.api.extension.Footprint;
import org.preau.api.extension.InstalledJar;
import org.preau.api.extension.Installer;
import org.preau.api.extension.KeptData;
import org.preau.api.extension.PastAct;
import org.preau.api.extension.Signature;

/** Extensions for those who may change them; the installer does it, the recorder writes it down. Safe on any thread. */
@Component
public final class DefaultExtensions implements Extensions {
    private static final Texts TEXTS = Texts.of(DefaultExtensions.class);

    private final Installer installer;
    private final ExtensionStore store;
    private final ExtensionReader reader;
    private final LeftBehind leftBehind;
    private final Catalogue catalogue;
    private final Acting acting;
    private final Authorisation authorisation;
    private final Structures structures;

    /** For the service registry. */
    @Activate
    public DefaultExtensions(
            @Reference Installer installer,
            @Reference ExtensionStore store,
            @Reference ExtensionReader reader,
            @Reference LeftBehind leftBehind,
            @Reference Catalogue catalogue,
            @Reference Acting acting,
            @Reference Authorisation authorisation,
            @Reference Structures structures) {
        this.installer = installer;
        this.store = store;
        this.reader = reader;
        this.leftBehind = leftBehind;
        this.catalogue = catalogue;
        this.acting = acting;
        this.authorisation = authorisation;
        this.structures = structures;
    }

    @Override
    public boolean allows(Subject by) {
        List<Structure> roots = structures.roots();
        return by.isSystem()
                || !roots.isEmpty()
                        && roots.stream()
                                .allMatch(root -> authorisation.allows(by, MANAGE, Scope.structure(root.id())));
    }

    @Override
    public List<Extension> list(Subject by) {
        require(by);
        Map<String, ExtensionStore.Known> known = store.all();
        return installer.installed().stream()
                .map(jar -> reader.read(jar, known))
                .sorted(Comparator.comparing((Extension each) -> each.jar().shipped())
                        .thenComparing(each -> each.jar().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<Extension> one(Subject by, String id) {
        require(by);
        return jar(id).map(jar -> reader.read(jar, store.all()));
    }

    @Override
    public Map<String, LocalizedText> refused(Subject by) {
        require(by);
        return installer.refused();
    }

    @Override
    public Candidate examine(Subject by, Path jar) {
        require(by);
        return installer.examine(jar, ExtensionSource.UPLOAD);
    }

    @Override
    public Extension install(Subject by, Path jar) {
        require(by);
        return install(by, jar, installer.examine(jar, ExtensionSource.UPLOAD), ExtensionSource.UPLOAD);
    }

    @Override
    public List<CatalogueEntry> catalogue(Subject by) {
        require(by);
        return catalogue.entries();
    }

    @Override
    public Extension installFromCatalogue(Subject by, String id) {
        require(by);
        CatalogueEntry entry = catalogue.entry(id);
        Path jar = catalogue.fetch(entry);
        try {
            Candidate candidate = installer.examine(jar, ExtensionSource.CATALOGUE);
            check(entry, candidate);
            return install(by, jar, candidate, ExtensionSource.CATALOGUE);
        } finally {
            delete(jar);
        }
    }

    @Override
    public void remove(Subject by, String id) {
        require(by);
        acting.as(id, new Acting.Actor(by, ExtensionSource.UPLOAD), () -> {
            installer.remove(id);
            return id;
        });
    }

    @Override
    public Extension restore(Subject by, String id) {
        require(by);
        InstalledJar jar = acting.as(id, new Acting.Actor(by, ExtensionSource.RESTORED), () -> installer.restore(id));
        return reader.read(jar, store.all());
    }

    @Override
    public List<KeptData> kept(Subject by) {
        require(by);
        return leftBehind.list(installedHere());
    }

    @Override
    public void erase(Subject by, String id) {
        require(by);
        if (installedHere().contains(id)) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "erase.installed", id);
        }
        leftBehind.erase(by, id);
        installer.forget(id);
    }

    @Override
    public Page<PastAct> history(Subject by, String id, PageRequest page) {
        require(by);
        return store.history(id, page);
    }

    @Override
    public Footprint measure(Subject by, String id) {
        require(by);
        return reader.measure(
                jar(id).orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "unknown", id)));
    }

    private Extension install(Subject by, Path jar, Candidate candidate, ExtensionSource source) {
        InstalledJar installed =
                acting.as(candidate.id(), new Acting.Actor(by, source), () -> installer.install(jar, source));
        return reader.read(installed, store.all());
    }

    private static void check(CatalogueEntry entry, Candidate candidate) {
        List<String> differences = new ArrayList<>();
        if (!candidate.sha256().equals(entry.sha256())) {
            differences.add("sha256 " + candidate.sha256());
        }
        if (!candidate.id().equals(entry.id())) {
            differences.add("id " + candidate.id());
        }
        if (!entry.version().isEmpty() && !candidate.version().equals(entry.version())) {
            differences.add("version " + candidate.version());
        }
        boolean signed = candidate.signature().state() == Signature.State.TRUSTED
                && candidate.signature().signer().equals(entry.signer());
        if (!entry.signer().isEmpty() && !signed) {
            differences.add("signer " + candidate.signature().signer());
        }
        if (!differences.isEmpty()) {
            throw new PortalException(
                    ErrorCode.INVALID_INPUT, TEXTS, "catalogue.other", entry.id(), String.join(", ", differences));
        }
    }

    private void require(Subject by) {
        if (!allows(by)) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "forbidden");
        }
    }

    private Optional<InstalledJar> jar(String id) {
        return installer.installed().stream().filter(jar -> jar.id().equals(id)).findFirst();
    }

    private List<String> installedHere() {
        return installer.installed().stream().map(InstalledJar::id).toList();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
