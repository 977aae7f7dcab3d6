package org.preau.feeds.aaf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;

/** Reads the files of one archive: head, requests, values; hands on what is good. Used by one thread. */
final class SliceReading {
    private static final int BUFFER = 1 << 15;

    private final SliceReader reader = new SliceReader();
    private final DegreeForm form;
    private final HeaderRule rule;
    private final Slices slices;
    private final UnknownAttributes unknown;
    private final Map<Kind, Integer> counts;
    private final Findings findings;
    private final FeedSink sink;
    private boolean begun;

    SliceReading(
            Degree degree,
            HeaderRule rule,
            Slices slices,
            UnknownAttributes unknown,
            Map<Kind, Integer> counts,
            Findings findings,
            FeedSink sink) {
        form = degree.form(findings);
        this.rule = rule;
        this.slices = slices;
        this.unknown = unknown;
        this.counts = counts;
        this.findings = findings;
        this.sink = sink;
    }

    /** Reads one file. */
    void read(SliceName slice, Kind kind, InputStream in) throws IOException, BadSliceException {
        boolean firstOfItsNumber = slices.add(slice, kind);
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(1);
        if (buffered.read() < 0) {
            throw new BadSliceException(
                    "empty-file", "", "", "the file is empty; the archive must be sent again", false);
        }
        buffered.reset();
        Transcoding letters = reader.read(slice.file(), kind, buffered, new Requests(slice, kind, firstOfItsNumber));
        if (letters.repaired()) {
            String message =
                    "declares ISO-8859 and holds letters of windows-1252; they were read as such; ask for UTF-8";
            findings.warn("wrong-encoding", slice.file(), "", "", message);
        }
    }

    /** Takes what one file holds. */
    private final class Requests implements SliceReader.Sink {
        private final SliceName slice;
        private final Kind kind;
        private final boolean firstOfItsNumber;
        private int count;

        Requests(SliceName slice, Kind kind, boolean firstOfItsNumber) {
            this.slice = slice;
            this.kind = kind;
            this.firstOfItsNumber = firstOfItsNumber;
            count = counts.getOrDefault(kind, 0);
        }

        @Override
        public void header(Header header) throws BadSliceException {
            String academy = rule.check(slice, header);
            if (!firstOfItsNumber) {
                String message = "this slice is in the archive twice; it must be sent again";
                throw new BadSliceException("slice-twice", "", "", message, false);
            }
            counts.putIfAbsent(kind, 0);
            if (!begun) {
                begun = true;
                sink.begin(academy, !slice.delta(), slice.date());
            }
        }

        @Override
        public void record(Request request, RawRecord raw) throws BadSliceException {
            counts.put(kind, ++count);
            if (!slice.delta() && request != Request.ADD) {
                String message = request.element()
                        + " in a file called Complet: a complete archive only adds; it is a delta under a wrong name and must be sent again";
                throw new BadSliceException("change-in-complete", raw.key(), "", message, false);
            }
            unknown.note(raw);
            if (kind.loadedAs().isPresent()) {
                take(request, raw, kind.loadedAs().get());
            }
        }

        @Override
        public void wrong(String code, String record, String field, String message) {
            findings.error(code, slice.file(), record, field, message);
        }

        private void take(Request request, RawRecord raw, RecordKind loaded) throws BadSliceException {
            switch (request) {
                case ADD -> {
                    if (raw.attributes().isEmpty()) {
                        String message = "a record without a single attribute; the archive must be sent again";
                        wrong("no-attributes", raw.key(), "", message);
                        return;
                    }
                    checkUai(raw, true);
                    var record = form.record(raw);
                    if (!sink.rejected()) {
                        sink.add(record);
                    }
                }
                case MODIFY -> {
                    if (raw.attributes().isEmpty()) {
                        String message = "a modifyRequest that names no attribute; nothing is changed";
                        findings.warn("empty-change", slice.file(), raw.key(), "", message);
                        return;
                    }
                    checkUai(raw, false);
                    form.verify(raw);
                    if (!sink.rejected()) {
                        sink.change(loaded, raw.key(), slice.file(), raw.attributes());
                    }
                }
                case DELETE -> {
                    if (!sink.rejected()) {
                        sink.remove(loaded, raw.key(), slice.file());
                    }
                }
            }
        }

        private void checkUai(RawRecord raw, boolean whole) {
            if (kind != Kind.SCHOOL) {
                return;
            }
            String attribute = form.uaiAttribute(raw);
            boolean named = whole || raw.attributes().containsKey(attribute);
            if (named && !SchoolValues.isUai(raw.one(attribute))) {
                String message = "\"" + raw.one(attribute)
                        + "\" is no UAI: seven digits and a letter are wanted; the archive must be sent again";
                wrong("bad-uai", raw.key(), attribute, message);
            }
        }
    }
}
