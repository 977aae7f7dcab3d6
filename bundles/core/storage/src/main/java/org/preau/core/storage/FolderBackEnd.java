package org.preau.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.storage.StorageBackEnd;
import org.preau.api.storage.StoredFile;

/** Keeps files in a folder, {@code data/files/<owner>/<key>}: written beside their place and moved there, so that readers never see a part. Several nodes share the folder by the network. */
@Component(service = StorageBackEnd.class, configurationPid = "org.preau.core.storage")
public final class FolderBackEnd implements StorageBackEnd {
    static final String ID = "folder";
    private static final String PART = ".part";

    private final Path root;

    /** Takes the folder from the settings. */
    @Activate
    public FolderBackEnd(StorageConfig config, BundleContext context) {
        this(Path.of(String.valueOf(context.getProperty("karaf.data"))).resolve(config.folder()));
    }

    FolderBackEnd(Path root) {
        this.root = root;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public long put(String owner, String key, InputStream content) throws IOException {
        Path file = place(owner, key);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".", PART);
        try {
            long size = Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return size;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<InputStream> open(String owner, String key) throws IOException {
        try {
            Path file = place(owner, key);
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean delete(String owner, String key) throws IOException {
        Path file = place(owner, key);
        boolean was = Files.isRegularFile(file) && Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (was && folder != null && !folder.equals(root)) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                break;
            }
            folder = folder.getParent();
        }
        return was;
    }

    @Override
    public List<StoredFile> list(String owner, String prefix, int most) throws IOException {
        Path top = root.resolve(owner);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        int slash = prefix.lastIndexOf('/');
        Path from = slash < 0 ? top : top.resolve(prefix.substring(0, slash));
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(PART))
                    .map(file -> top.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .sorted()
                    .limit(most)
                    .flatMap(key -> stored(owner, key).stream())
                    .toList();
        }
    }

    @Override
    public boolean available() {
        return Files.isDirectory(root) ? Files.isWritable(root) : Files.isWritable(root.getParent());
    }

    private Optional<StoredFile> stored(String owner, String key) {
        try {
            BasicFileAttributes facts = Files.readAttributes(place(owner, key), BasicFileAttributes.class);
            return Optional.of(new StoredFile(
                    owner, key, facts.size(), facts.lastModifiedTime().toInstant()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path place(String owner, String key) throws IOException {
        Path file = root.resolve(owner).resolve(key).normalize();
        if (!file.startsWith(root.resolve(owner))) {
            throw new IOException("a key leads out of the folder: " + key);
        }
        return file;
    }
}
