package org.preau.feeds.aaf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.preau.api.feed.FeedSink;

/** Reads one archive from end to end: checks names and slices, has the files read. Needs no portal, so that it can be measured alone. Used by one thread, once. */
final class ArchiveReading {
    private static final Pattern MODE = Pattern.compile("(?i)ENT[12]D.*[_.-](Complet|Delta)\\b.*");

    private final Degree degree;
    private final Findings findings;
    private final FeedSink sink;
    private final SliceReading reading;
    private final UnknownAttributes unknown;
    private final Slices slices = new Slices();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private String archiveMode = "";
    private boolean stopped;

    ArchiveReading(Degree degree, Academies academies, Findings findings, FeedSink sink) {
        this.degree = degree;
        this.findings = findings;
        this.sink = sink;
        unknown = new UnknownAttributes(degree);
        HeaderRule rule = new HeaderRule(degree, academies, findings);
        reading = new SliceReading(degree, rule, slices, unknown, counts, findings, sink);
    }

    /** Reads it all; what is wrong is among the findings. */
    void read(Path path, ArchiveLimits limits) {
        String name = fileName(path);
        Matcher mode = MODE.matcher(name);
        archiveMode = !Files.isDirectory(path) && mode.matches() ? mode.group(1) : "";
        try {
            new Archive(path, limits).forEach(this::readFile);
            if (!stopped) {
                slices.reportIn(name, findings, counts, !sink.rejected());
            }
        } catch (BadArchiveException e) {
            e.reportIn(findings, name);
        } catch (EOFException | ZipException e) {
            findings.error("bad-archive.damaged", name, "", "", Reasons.of(e));
        } catch (IOException e) {
            findings.error("bad-archive.unreadable", name, "", "", Reasons.of(e));
        }
        unknown.reportIn(findings);
    }

    /** Requests read, by kind. */
    Map<String, Integer> counts() {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Kind kind : degree.kinds()) {
            named.put(kind.aafName(), counts.getOrDefault(kind, 0));
        }
        return named;
    }

    private boolean readFile(String name, InputStream in) throws IOException {
        if (name.endsWith(".dtd") || name.startsWith(".")) {
            return true;
        }
        Optional<SliceName> slice = SliceName.of(name);
        if (slice.isEmpty()) {
            findings.warn("unexpected-file", name, "", "", SliceName.FORM_IN_WORDS);
            return true;
        }
        Optional<Kind> kind = Kind.named(slice.get().kind()).filter(degree.kinds()::contains);
        if (kind.isEmpty()) {
            findings.warn("unknown-kind", name, "", "", slice.get().kind(), degree.written());
            return true;
        }
        try {
            checkMode(slice.get());
            reading.read(slice.get(), kind.get(), in);
            return true;
        } catch (BadSliceException e) {
            e.reportIn(findings, name);
            stopped = e.last();
            return !stopped;
        }
    }

    private void checkMode(SliceName slice) throws BadSliceException {
        if (!archiveMode.isEmpty() && !archiveMode.equalsIgnoreCase(slice.mode())) {
            throw new BadSliceException("mixed-archive.name", "", "", true, archiveMode, slice.mode());
        }
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
