package org.preau.feeds.aaf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.preau.api.directory.load.FeedRecord;

/**
 * Reads one archive from end to end: checks names, heads and slices, normalises the records and hands them on. Needs no portal, so that it can be measured alone. Used by one thread, once.
 */
final class ArchiveReading {
    private final Findings findings;
    private final HeaderRule rule;
    private final Target target;
    private final Normaliser normaliser;
    private final SliceReader reader = new SliceReader();
    private final Slices slices = new Slices();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private boolean begun;
    private boolean stopped;

    /** Where records go. */
    interface Target {
        /**
         * Told once, before the first record.
         *
         * @param academy code of the academy
         */
        void begin(String academy, SliceName first);

        /** Takes one record; not called again once the archive is known to be bad. */
        void add(FeedRecord record);
    }

    ArchiveReading(Academies academies, Findings findings, Target target) {
        this.findings = findings;
        this.target = target;
        rule = new HeaderRule(academies, findings);
        normaliser = new Normaliser(findings);
    }

    /** The counts of an archive that was not read. */
    static Map<String, Integer> nothing() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            counts.put(kind.aafName(), 0);
        }
        return counts;
    }

    /** Reads it all; what is wrong is among the findings. */
    void read(Path path, ArchiveLimits limits) {
        try {
            new Archive(path, limits).forEach(this::readFile);
            if (!stopped) {
                slices.reportIn(findings);
            }
        } catch (EOFException | ZipException e) {
            findings.error("bad-archive", fileName(path), "", "", "cut short or damaged: " + e.getMessage());
        } catch (IOException e) {
            findings.error("bad-archive", fileName(path), "", "", "cannot be read: " + e.getMessage());
        }
        normaliser.reportIn(findings);
    }

    /** Records read, by kind. */
    Map<String, Integer> counts() {
        Map<String, Integer> named = nothing();
        counts.forEach((kind, count) -> named.put(kind.aafName(), count));
        return named;
    }

    private boolean readFile(String name, InputStream in) throws IOException {
        if (name.endsWith(".dtd") || name.startsWith(".")) {
            return true;
        }
        Optional<SliceName> slice = SliceName.of(name);
        if (slice.isEmpty()) {
            String message = "not called ENT_<project>_Complet_<date>_<kind>_<slice>.xml; not read";
            findings.warn("unexpected-file", name, "", "", message);
            return true;
        }
        Optional<Kind> kind = Kind.named(slice.get().kind());
        if (kind.isEmpty()) {
            findings.warn(
                    "unknown-kind",
                    name,
                    "",
                    "",
                    "kind " + slice.get().kind() + " is not of the first degree; not read");
            return true;
        }
        try {
            readSlice(slice.get(), kind.get(), in);
            return true;
        } catch (BadSliceException e) {
            e.reportIn(findings, name);
            stopped = e.last();
            return !stopped;
        }
    }

    private void readSlice(SliceName slice, Kind kind, InputStream in) throws IOException, BadSliceException {
        slices.add(slice, kind);
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(1);
        if (buffered.read() < 0) {
            throw new BadSliceException(
                    "empty-file", "", "", "the file is empty; the archive must be sent again", false);
        }
        buffered.reset();
        reader.read(slice.file(), kind, buffered, new SliceReader.Sink() {
            @Override
            public void header(Header header) throws BadSliceException {
                String academy = rule.check(slice, header);
                if (!begun) {
                    begun = true;
                    target.begin(academy, slice);
                }
            }

            @Override
            public void record(RawRecord raw) throws BadSliceException {
                counts.merge(kind, 1, Integer::sum);
                FeedRecord record = normaliser.normalise(raw);
                if (!findings.rejected()) {
                    target.add(record);
                }
            }
        });
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
