package org.preau.dev;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells when files of a project were saved: its POM, {@code bnd.bnd}, and all below {@code src/main}. Used by one thread. */
final class FolderWatch implements AutoCloseable {
    /** An editor that saves writes several times: the loop begins when this long nothing more came. */
    private static final long QUIET_MILLIS = 60;

    private final Path project;
    private final WatchService service;
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** Watches a project from now on. */
    FolderWatch(Path project) throws IOException {
        this.project = project;
        this.service = FileSystems.getDefault().newWatchService();
        register(project);
        registerBelow(project.resolve("src/main"));
    }

    /** Waits for a save; gives the files that were touched. */
    Set<Path> awaitSave() throws InterruptedException, IOException {
        Set<Path> saved = new HashSet<>();
        while (saved.isEmpty()) {
            collect(service.take(), saved);
        }
        for (WatchKey more = next(); more != null; more = next()) {
            collect(more, saved);
        }
        return saved;
    }

    private @Nullable WatchKey next() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void collect(WatchKey key, Set<Path> saved) throws IOException {
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null || !(event.context() instanceof Path name)) {
                continue;
            }
            Path file = folder.resolve(name);
            if (Files.isDirectory(file)) {
                if (!folder.equals(project)) {
                    registerBelow(file);
                    saved.add(file);
                }
            } else if (counts(folder, name.toString())) {
                saved.add(file);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
    }

    private boolean counts(Path folder, String name) {
        if (folder.equals(project)) {
            return name.equals("pom.xml") || name.equals("bnd.bnd");
        }
        return !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".swp") && !name.endsWith(".tmp");
    }

    private void registerBelow(Path top) throws IOException {
        if (Files.isDirectory(top)) {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    register(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    private void register(Path folder) throws IOException {
        folders.put(folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), folder);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
