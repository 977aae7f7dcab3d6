package org.preau.core.personaldata;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.preau.api.base.Texts;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.core.personaldata.Parts.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive: a folder for each part, and a page that says what is in it. A part that fails leaves a line there and the others whole. */
final class TakeoutZip implements PersonalArchive {
    private static final Logger log = LoggerFactory.getLogger(TakeoutZip.class);
    private static final Texts TEXTS = Texts.of(TakeoutZip.class);
    private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*");

    private final ZipOutputStream zip;
    private final String folder;
    private final Set<String> names = new HashSet<>();

    private TakeoutZip(ZipOutputStream zip, String folder) {
        this.zip = zip;
        this.folder = folder;
    }

    /** Writes the archive; gives the ids of the parts that failed. */
    static List<String> write(Path file, DataSubject who, List<Part> parts) throws IOException {
        List<String> missing = new ArrayList<>();
        StringBuilder contents = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (Part part : parts) {
                String folder = part.data().id();
                TakeoutZip archive = new TakeoutZip(zip, folder);
                boolean whole = archive.take(part, who);
                if (!whole) {
                    missing.add(part.data().id());
                }
                contents.append(line(part, folder, whole, archive.names.size()));
            }
            zip.putNextEntry(new ZipEntry("LISEZMOI-README.txt"));
            zip.write((TEXTS.text(Locale.FRENCH, "readme") + "\n" + TEXTS.text(Locale.ENGLISH, "readme") + "\n\n"
                            + contents)
                    .getBytes(StandardCharsets.UTF_8));
        }
        return missing;
    }

    private boolean take(Part part, DataSubject who) {
        try {
            part.data().export(who, this);
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            log.error("The part {} could not give a person's data", folder, e);
            return false;
        }
    }

    private static String line(Part part, String folder, boolean whole, int files) {
        String names = part.data().name().fr() + " / " + part.data().name().en();
        String what = whole ? files == 0 ? "readme.none" : "readme.some" : "readme.missing";
        return folder + ": " + names + ": " + TEXTS.text(Locale.FRENCH, what, files) + " / "
                + TEXTS.text(Locale.ENGLISH, what, files) + "\n";
    }

    @Override
    public OutputStream file(String name) throws IOException {
        if (!NAME.matcher(name).matches() || !names.add(name)) {
            throw new IllegalArgumentException("no name of a new file: " + name);
        }
        zip.putNextEntry(new ZipEntry(folder + "/" + name));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
