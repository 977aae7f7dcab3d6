package org.preau.core.extensions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.extension.Contribution;
import org.preau.api.extension.ExtensionErased;
import org.preau.api.extension.ExtensionsChanged;
import org.preau.api.extension.Installation;
import org.preau.api.extension.KeptData;
import org.preau.api.extension.PastAct;
import org.preau.api.persistence.UnitSchemas;
import org.preau.api.storage.FileStore;
import org.preau.api.storage.StoredFile;

/** What extensions that are gone left behind: schemas of the database, files, settings in {@code etc}, choices that people made. */
@Component(service = LeftBehind.class)
public final class LeftBehind {
    private static final int SOME = 500;
    private static final Texts TEXTS = Texts.of(LeftBehind.class);

    private final ExtensionStore store;
    private final UnitSchemas schemas;
    private final FileStore files;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final Path etc;

    /** For the service registry. */
    @Activate
    public LeftBehind(
            BundleContext context,
            @Reference ExtensionStore store,
            @Reference UnitSchemas schemas,
            @Reference FileStore files,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this(Path.of(String.valueOf(context.getProperty("karaf.etc"))), store, schemas, files, audit, events, clock);
    }

    LeftBehind(
            Path etc,
            ExtensionStore store,
            UnitSchemas schemas,
            FileStore files,
            Audit audit,
            Events events,
            Clock clock) {
        this.etc = etc;
        this.store = store;
        this.schemas = schemas;
        this.files = files;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Of all that are gone. */
    List<KeptData> list(Collection<String> installed) {
        Set<String> here = schemas.names();
        List<KeptData> kept = new ArrayList<>();
        for (ExtensionStore.Known each : store.all().values()) {
            Instant removed = each.removedAt();
            if (removed != null && !installed.contains(each.id())) {
                List<String> data =
                        units(each.id()).stream().filter(here::contains).toList();
                long bytes = data.stream().mapToLong(schemas::bytes).sum();
                kept.add(new KeptData(each.id(), each.version(), each.name(), removed, data, bytes));
            }
        }
        kept.sort(Comparator.comparing(KeptData::removedAt).reversed());
        return List.copyOf(kept);
    }

    /** Erases all of one: the database in one transaction with its trace, then the files. */
    void erase(Subject by, String id) {
        ExtensionStore.Known known = store.all().get(id);
        if (known == null || known.removedAt() == null) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "kept.nothing", id);
        }
        List<Contribution> parts = store.parts(id);
        List<String> units = units(id);
        List<String> apps = parts.stream()
                .filter(part -> part.kind().equals(Contribution.APP))
                .map(Contribution::name)
                .toList();
        store.tx().writeSql(connection -> {
            units.forEach(schemas::drop);
            store.forget(id);
            store.act(new PastAct(
                    clock.instant(), "ERASED", id, known.version(), "", Installation.NO_REASON, by.accountId()));
            audit.record(
                    by,
                    "extension.erase",
                    "extension:" + id,
                    Map.of("version", known.version(), "schemas", String.join(",", units)));
            events.publish(new ExtensionErased(id, apps));
            events.publish(new ExtensionsChanged(id));
            return 0;
        });
        Stream.concat(apps.stream(), units.stream()).distinct().forEach(this::eraseFiles);
        eraseSettings(id);
    }

    private List<String> units(String id) {
        return store.parts(id).stream()
                .filter(part -> part.kind().equals(Contribution.DATA))
                .map(Contribution::name)
                .toList();
    }

    /** Files kept under the name of one of its applications or schemas. */
    private void eraseFiles(String owner) {
        List<StoredFile> some = files.list(owner, "", SOME);
        while (!some.isEmpty()) {
            some.forEach(file -> files.delete(owner, file.key()));
            some = files.list(owner, "", SOME);
        }
    }

    /** Files named after it: {@code etc/ID.cfg} and the instances {@code etc/ID~x.cfg}. */
    private void eraseSettings(String id) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(etc, file -> isSettingOf(id, String.valueOf(file.getFileName())))) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of " + id + " could not be deleted", e);
        }
    }

    private static boolean isSettingOf(String id, String file) {
        return file.equals(id + ".cfg") || file.startsWith(id + "~") && file.endsWith(".cfg");
    }
}
