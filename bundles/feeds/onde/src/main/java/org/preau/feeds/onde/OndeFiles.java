package org.preau.feeds.onde;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The tables that were handed in, school by school: one file, a folder or a zip, with or without folders in it. */
final class OndeFiles {
    private static final Pattern UAI = Pattern.compile("(?<![0-9A-Za-z])[0-9]{7}[A-Za-z](?![0-9A-Za-z])");
    private static final int LARGEST = 64 << 20;
    private static final int MOST = 20_000;
    private static final int DEEPEST = 5;

    private OndeFiles() {}

    /** Takes the tables of one school, by name with folders. */
    interface SchoolReader {
        /**
         * Reads them.
         *
         * @param uai the school, empty where names do not tell
         */
        void read(String uai, Map<String, byte[]> tables) throws IOException;
    }

    /** Gives the tables to the reader, those of a school together; in memory is one school at a time. */
    static void forEachSchool(Path path, SchoolReader reader) throws IOException {
        if (Files.isDirectory(path)) {
            readFolder(path, reader);
        } else if (isZip(path)) {
            try (ZipFile zip = new ZipFile(path.toFile())) {
                readZip(path, zip, reader);
            }
        } else {
            String name = String.valueOf(path.getFileName());
            try (InputStream in = Files.newInputStream(path)) {
                reader.read(uai(name), Map.of(name, bytes(name, in)));
            }
        }
    }

    private static void readFolder(Path folder, SchoolReader reader) throws IOException {
        Map<String, Map<String, Path>> schools = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, DEEPEST)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String inside = folder.relativize(file).toString().replace('\\', '/');
            note(schools, folder, inside, file);
        }
        for (Map.Entry<String, Map<String, Path>> school : schools.entrySet()) {
            Map<String, byte[]> tables = new TreeMap<>();
            for (Map.Entry<String, Path> file : school.getValue().entrySet()) {
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    tables.put(file.getKey(), bytes(file.getKey(), in));
                }
            }
            reader.read(uai(school.getKey()), tables);
        }
    }

    private static void readZip(Path path, ZipFile zip, SchoolReader reader) throws IOException {
        Map<String, Map<String, ZipEntry>> schools = new TreeMap<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        int count = 0;
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (++count > MOST) {
                throw new Reasons.RefusedFilesException("reason.many", MOST);
            }
            if (!entry.isDirectory()) {
                note(schools, path, entry.getName().replace('\\', '/'), entry);
            }
        }
        for (Map.Entry<String, Map<String, ZipEntry>> school : schools.entrySet()) {
            Map<String, byte[]> tables = new TreeMap<>();
            for (Map.Entry<String, ZipEntry> file : school.getValue().entrySet()) {
                try (InputStream in = zip.getInputStream(file.getValue())) {
                    tables.put(file.getKey(), bytes(file.getKey(), in));
                }
            }
            reader.read(uai(school.getKey()), tables);
        }
    }

    /** Tables belong together by the UAI in their names, else by their folder. */
    private static <T> void note(Map<String, Map<String, T>> schools, Path whole, String inside, T file) {
        String base = inside.substring(inside.lastIndexOf('/') + 1);
        boolean table = base.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv)");
        if (!table || base.startsWith(".") || inside.startsWith("__MACOSX/")) {
            return;
        }
        String uai = uai(inside);
        if (uai.isEmpty()) {
            uai = uai(String.valueOf(whole.getFileName()));
        }
        String school = uai.isEmpty() ? "/" + inside.substring(0, inside.length() - base.length()) : uai;
        schools.computeIfAbsent(school, unused -> new TreeMap<>()).put(inside, file);
    }

    /** The last UAI in a name, or empty text. */
    static String uai(String name) {
        String found = "";
        Matcher matcher = UAI.matcher(name.replace('_', ' '));
        while (matcher.find()) {
            found = matcher.group().toUpperCase(Locale.ROOT);
        }
        return found;
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static byte[] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new Reasons.RefusedFilesException("reason.large", name);
        }
        return bytes;
    }
}
