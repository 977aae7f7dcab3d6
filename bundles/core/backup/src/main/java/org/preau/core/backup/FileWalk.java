package org.preau.core.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through a tree of files that others change meanwhile. Links are not followed. */
final class FileWalk {
    private static final Logger log = LoggerFactory.getLogger(FileWalk.class);

    private FileWalk() {}

    /**
     * Adds a folder with what is below it.
     *
     * @param name its name in the archive
     * @param wanted tells of each path below the folder, relative to it, whether it is wanted
     */
    static void add(ArchiveWriter archive, Path folder, String name, Predicate<String> wanted) throws IOException {
        walk(folder, wanted, new Sink() {
            @Override
            public void folder(String relative) throws IOException {
                archive.folder(relative.isEmpty() ? name : name + "/" + relative);
            }

            @Override
            public void file(Path file, String relative, long size) throws IOException {
                archive.file(file, name + "/" + relative);
            }
        });
    }

    /** The bytes below a folder. */
    static long size(Path folder, Predicate<String> wanted) throws IOException {
        long[] sum = {0};
        walk(folder, wanted, new Sink() {
            @Override
            public void folder(String relative) {
                // only files take space
            }

            @Override
            public void file(Path file, String relative, long size) {
                sum[0] += size;
            }
        });
        return sum[0];
    }

    private static void walk(Path folder, Predicate<String> wanted, Sink sink) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                String relative = folder.relativize(each).toString();
                if (!relative.isEmpty() && !wanted.test(relative)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                sink.folder(relative);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                String relative = folder.relativize(each).toString();
                if (attributes.isRegularFile() && wanted.test(relative)) {
                    sink.file(each, relative, attributes.size());
                } else if (attributes.isSymbolicLink()) {
                    log.warn("{} is a link: it is not saved", each);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                if (failure != null && !(failure instanceof NoSuchFileException)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private interface Sink {
        void folder(String relative) throws IOException;

        void file(Path file, String relative, long size) throws IOException;
    }
}
