package org.preau.core.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What was deployed from the folder, kept over restarts beside the framework's own cache, with a copy of each jar to go back to. Used by one thread, read by any. */
final class DeployedBundles {
    private final Path folder;
    private volatile Map<String, Entry> entries;

    /**
     * One deployed bundle.
     *
     * @param file name of the file it came from
     * @param hash SHA-256 of that jar
     * @param replaced whether it took the place of a bundle shipped with the portal
     */
    record Entry(String name, String file, String hash, boolean replaced) {}

    /** What is kept in this folder; nothing at first. */
    DeployedBundles(Path folder) {
        this.folder = folder;
        this.entries = read();
    }

    /** All entries by symbolic name. */
    Map<String, Entry> all() {
        return entries;
    }

    /** The copy of the jar that runs. */
    Path copy(String name) {
        return folder.resolve(name + ".jar");
    }

    /** Notes a bundle that runs now, and keeps a copy of its jar. */
    void put(Entry entry, Path jar) {
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(entry.name() + ".jar.new");
            Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, copy(entry.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a copy of " + jar, e);
        }
        note(entry);
    }

    /** Notes a bundle whose jar did not change. */
    void note(Entry entry) {
        Map<String, Entry> changed = new TreeMap<>(entries);
        changed.put(entry.name(), entry);
        write(changed);
    }

    /** Forgets a bundle. */
    void remove(String name) {
        Map<String, Entry> changed = new TreeMap<>(entries);
        changed.remove(name);
        write(changed);
        try {
            Files.deleteIfExists(copy(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the copy of " + name, e);
        }
    }

    private Path list() {
        return folder.resolve("deployed.properties");
    }

    private Map<String, Entry> read() {
        Map<String, Entry> found = new TreeMap<>();
        if (Files.isReadable(list())) {
            Properties lines = new Properties();
            try (InputStream in = Files.newInputStream(list())) {
                lines.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + list(), e);
            }
            for (String name : lines.stringPropertyNames()) {
                String[] parts = lines.getProperty(name).split("\\|", 3);
                found.put(name, new Entry(name, parts[2], parts[0], Boolean.parseBoolean(parts[1])));
            }
        }
        return Map.copyOf(found);
    }

    private void write(Map<String, Entry> changed) {
        Properties lines = new Properties();
        changed.forEach(
                (name, entry) -> lines.setProperty(name, entry.hash() + "|" + entry.replaced() + "|" + entry.file()));
        Path fresh = folder.resolve("deployed.properties.new");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(fresh)) {
                lines.store(out, null);
            }
            Files.move(fresh, list(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + list(), e);
        }
        entries = Map.copyOf(changed);
    }
}
