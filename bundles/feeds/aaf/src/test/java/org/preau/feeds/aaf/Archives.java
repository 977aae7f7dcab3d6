package org.preau.feeds.aaf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs files for tests. */
final class Archives {
    private Archives() {}

    /** The slices under the names they give themselves, each the first of its kind. */
    static Map<String, byte[]> files(Slice... slices) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Slice slice : slices) {
            int number = 0;
            while (files.containsKey(slice.name(number))) {
                number++;
            }
            files.put(slice.name(number), slice.bytes());
        }
        return files;
    }

    static Path tgz(Path file, Map<String, byte[]> files) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            tar(out, files);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path plainTar(Path file, Map<String, byte[]> files) {
        try (OutputStream out = Files.newOutputStream(file)) {
            tar(out, files);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(Path file, Map<String, byte[]> files) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path folder, Map<String, byte[]> files) {
        try {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                Path file = folder.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tar(OutputStream out, Map<String, byte[]> files) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
            entry.setSize(each.getValue().length);
            tar.putArchiveEntry(entry);
            tar.write(each.getValue());
            tar.closeArchiveEntry();
        }
        tar.finish();
    }
}
