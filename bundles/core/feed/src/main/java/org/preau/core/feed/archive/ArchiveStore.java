package org.preau.core.feed.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.core.feed.FeedSettings;
import org.preau.core.feed.FeedUnit;

/** The portal's own store of archives: a folder for each run, named by its id, readable by the portal alone. Safe on any thread. */
@Component(service = ArchiveStore.class)
public final class ArchiveStore {
    private static final Texts TEXTS = Texts.of(FeedUnit.class);
    private static final int LONGEST_NAME = 200;

    private final FeedSettings settings;

    /** Keeps archives where the settings say. */
    @Activate
    public ArchiveStore(@Reference FeedSettings settings) {
        this.settings = settings;
    }

    /**
     * Copies an archive into the store.
     *
     * @throws PortalException {@code INVALID_INPUT} for a file that cannot be taken
     */
    public Stored keep(UUID id, Path source) {
        check(source);
        Path folder = settings.store().resolve(id.toString());
        String name = name(source);
        try {
            Files.createDirectories(settings.store());
            Files.createDirectory(folder);
            closeToOthers(folder);
            ArchiveDigest digest = new ArchiveDigest();
            digest.copy(source, folder.resolve(safe(name)));
            return new Stored(name, id + "/" + safe(name), digest.hex(), digest.bytes());
        } catch (IOException e) {
            delete(id);
            throw unreadable(name, e);
        }
    }

    /** Measures an archive that stays where it is. */
    public Stored measure(Path source) {
        check(source);
        ArchiveDigest digest = new ArchiveDigest();
        try {
            digest.read(source);
            return new Stored(name(source), "", digest.hex(), digest.bytes());
        } catch (IOException e) {
            throw unreadable(name(source), e);
        }
    }

    /** The archive at that path below the store. */
    public Path resolve(String path) {
        return settings.store().resolve(path);
    }

    /** Deletes what the store holds of a run, if anything. */
    public void delete(UUID id) {
        Path folder = settings.store().resolve(id.toString());
        if (Files.exists(folder)) {
            deleteAll(folder);
        }
    }

    /** The runs whose folders in the store are older than that. */
    public List<UUID> olderThan(Instant time) {
        List<UUID> found = new ArrayList<>();
        if (!Files.isDirectory(settings.store())) {
            return found;
        }
        try (Stream<Path> folders = Files.list(settings.store())) {
            for (Path folder : folders.toList()) {
                String name = String.valueOf(folder.getFileName());
                if (name.length() == 36
                        && Files.getLastModifiedTime(folder).toInstant().isBefore(time)) {
                    found.add(UUID.fromString(name));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the store of archives cannot be listed", e);
        }
    }

    /** Deletes a file or folder with all it holds. */
    static void deleteAll(Path top) {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(top + " cannot be deleted", e);
        }
    }

    private void check(Path source) {
        if (!Files.isRegularFile(source) && !Files.isDirectory(source)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "archive.missing", name(source));
        }
        long bytes = 0;
        try {
            for (Path file : ArchiveDigest.files(source)) {
                bytes += Files.size(file);
            }
        } catch (IOException e) {
            throw unreadable(name(source), e);
        }
        if (bytes > settings.largest()) {
            throw new PortalException(
                    ErrorCode.INVALID_INPUT,
                    TEXTS,
                    "archive.large",
                    name(source),
                    settings.values().limit_megabytes());
        }
    }

    private static PortalException unreadable(String name, IOException cause) {
        PortalException failure =
                new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "archive.unreadable", name, reason(cause));
        failure.initCause(cause);
        return failure;
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage());
    }

    private static String name(Path source) {
        Path name = source.getFileName();
        String text = name == null ? source.toString() : name.toString();
        return text.length() <= LONGEST_NAME ? text : text.substring(text.length() - LONGEST_NAME);
    }

    /** A name without anything that a file system or a reader of it could take amiss; letters lose their accents only, for names tell feeds what a file is. */
    private static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.startsWith(".") ? "_" + plain : plain;
    }

    private static void closeToOthers(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
