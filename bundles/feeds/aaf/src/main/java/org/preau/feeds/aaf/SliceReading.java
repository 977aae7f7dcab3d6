package org.preau.feeds.aaf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;

/** Reads the files of one archive: head, requests, values; hands on what is good. Used by one thread. */
final class SliceReading {
    private static final int BUFFER = 1 << 15;
    private static final String ACADEMY = "ENTServAcCodeAcademie";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

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
            throw new BadSliceException("empty-file", "", "", false);
        }
        buffered.reset();
        Transcoding letters = reader.read(slice.file(), kind, buffered, new Requests(slice, kind, firstOfItsNumber));
        if (letters.repaired()) {
            findings.warn("wrong-encoding", slice.file(), "", "");
        }
    }

    /** Takes what one file holds. */
    private final class Requests implements SliceReader.Sink {
        private final SliceName slice;
        private final Kind kind;
        private final boolean firstOfItsNumber;
        private int count;
        private String academy = "";

        Requests(SliceName slice, Kind kind, boolean firstOfItsNumber) {
            this.slice = slice;
            this.kind = kind;
            this.firstOfItsNumber = firstOfItsNumber;
            count = counts.getOrDefault(kind, 0);
        }

        @Override
        public void header(Header header) throws BadSliceException {
            academy = rule.check(slice, header);
            if (!firstOfItsNumber) {
                throw new BadSliceException("slice-twice", "", "", false);
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
                throw new BadSliceException("change-in-complete", raw.key(), "", false, request.element());
            }
            unknown.note(raw);
            checkKey(raw);
            if (kind.loadedAs().isPresent()) {
                take(request, raw, kind.loadedAs().get());
            }
        }

        @Override
        public void wrong(String key, String record, String field, Object... arguments) {
            findings.error(key, slice.file(), record, field, arguments);
        }

        @Override
        public void doubtful(String key, String record, String field, Object... arguments) {
            findings.warn(key, slice.file(), record, field, arguments);
        }

        private void take(Request request, RawRecord raw, RecordKind loaded) throws BadSliceException {
            switch (request) {
                case ADD -> {
                    if (raw.attributes().isEmpty()) {
                        wrong("no-attributes", raw.key(), "");
                        return;
                    }
                    checkSchool(raw, true);
                    var record = form.record(raw);
                    if (!sink.rejected()) {
                        sink.add(record);
                    }
                }
                case MODIFY -> {
                    if (raw.attributes().isEmpty()) {
                        findings.warn("empty-change", slice.file(), raw.key(), "");
                        return;
                    }
                    checkSchool(raw, false);
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

        /** Identifier and jointure say the same, and the identifier counts. */
        private void checkKey(RawRecord raw) {
            String attribute = kind == Kind.SCHOOL ? "ENTStructureJointure" : "ENTPersonJointure";
            String jointure = raw.one(attribute);
            if (!jointure.isEmpty() && !jointure.equals(raw.key())) {
                findings.warn("other-jointure", slice.file(), raw.key(), attribute, jointure, raw.key());
            }
        }

        private void checkSchool(RawRecord raw, boolean whole) {
            if (kind != Kind.SCHOOL) {
                return;
            }
            String attribute = form.uaiAttribute(raw);
            boolean named = whole || raw.attributes().containsKey(attribute);
            if (named && !SchoolValues.isUai(raw.one(attribute))) {
                wrong("bad-uai", raw.key(), attribute, raw.one(attribute));
            }
            String told = raw.one(ACADEMY);
            if (NUMBER.matcher(told).matches() && !Header.academyCode(told).equals(academy)) {
                wrong("wrong-academy.school", raw.key(), ACADEMY, told, academy);
            }
        }
    }
}
