package org.preau.feeds.aaf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of an archive, one after the other, as streams: {@code tar.gz}, {@code tar}, {@code zip} or a folder, with or without folders in it. Nothing is unpacked to disk. */
final class Archive {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;
    private static final int TAR_HEAD = 512;
    private static final int DEEPEST = 4;

    private final Path path;
    private final ArchiveLimits limits;
    private int files;
    private long allowed;

    Archive(Path path, ArchiveLimits limits) {
        this.path = path;
        this.limits = limits;
    }

    /** Takes one file; may leave its stream unread. */
    interface EntryReader {
        /**
         * Reads one file.
         *
         * @param name without folders
         * @return whether the next one is wanted
         */
        boolean read(String name, InputStream in) throws IOException;
    }

    /**
     * Gives every regular file to the reader.
     *
     * @throws IOException when the archive is damaged or exceeds its limits
     */
    void forEach(EntryReader reader) throws IOException {
        if (Files.isDirectory(path)) {
            readFolder(reader);
            return;
        }
        allowed = limits.unpacked(Files.size(path));
        switch (magic()) {
            case GZIP -> {
                try (InputStream in = new GZIPInputStream(opened(), BUFFER)) {
                    readTar(in, reader);
                }
            }
            case ZIP -> readZip(reader);
            default -> readPlainTar(reader);
        }
    }

    private int magic() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() << 8 | in.read();
        }
    }

    private void readFolder(EntryReader reader) throws IOException {
        List<Path> names;
        try (Stream<Path> list = Files.walk(path, DEEPEST)) {
            names = list.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : names) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                if (!read(reader, file.getFileName().toString(), in)) {
                    return;
                }
            }
        }
    }

    private InputStream opened() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), BUFFER);
    }

    private void readPlainTar(EntryReader reader) throws IOException {
        try (InputStream in = opened()) {
            in.mark(TAR_HEAD);
            byte[] head = in.readNBytes(TAR_HEAD);
            if (!TarArchiveInputStream.matches(head, head.length)) {
                throw new BadArchiveException("unknown-form");
            }
            in.reset();
            readTar(in, reader);
        }
    }

    private void readTar(InputStream in, EntryReader reader) throws IOException {
        CountedStream counted = new CountedStream(in, allowed);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(counted)) {
            boolean goOn = true;
            TarArchiveEntry entry = tar.getNextEntry();
            while (goOn && entry != null) {
                if (isRegular(entry)) {
                    goOn = read(reader, entry.getName(), tar);
                } else if (!entry.isDirectory()) {
                    throw new BadArchiveException("link", entry.getName());
                }
                entry = goOn ? tar.getNextEntry() : null;
            }
            if (goOn) {
                counted.transferTo(OutputStream.nullOutputStream()); // to the checksum of the whole
            }
        }
    }

    private static boolean isRegular(TarArchiveEntry entry) {
        boolean special = entry.isSymbolicLink()
                || entry.isLink()
                || entry.isFIFO()
                || entry.isBlockDevice()
                || entry.isCharacterDevice();
        return entry.isFile() && !special;
    }

    private void readZip(EntryReader reader) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            long left = allowed;
            boolean goOn = true;
            while (goOn && entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        CountedStream counted = new CountedStream(in, left);
                        goOn = read(reader, entry.getName(), counted);
                        left -= counted.count();
                    }
                }
            }
        }
    }

    private boolean read(EntryReader reader, String entry, InputStream in) throws IOException {
        if (++files > limits.files()) {
            throw new BadArchiveException("too-many-files", limits.files());
        }
        String name = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
        return reader.read(name, new UnclosedStream(in));
    }
}
