package org.preau.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Response times and errors of one kind of request. Safe on any thread. */
final class Latencies {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final ConcurrentHistogram histogram = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final LongAdder errors = new LongAdder();
    private volatile String firstError = "";

    void record(long nanos) {
        histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(1, nanos / 1000)));
    }

    /** Forgets what was measured so far. */
    void clear() {
        histogram.reset();
        errors.reset();
        firstError = "";
    }

    void error(String reason) {
        errors.increment();
        if (firstError.isEmpty()) {
            firstError = reason.isEmpty() ? "no reason" : reason;
        }
    }

    /** Throws when what was measured means nothing: no answer, or more than one in a hundred wrong. */
    void requireSound() {
        if (count() == 0 || errors() * 100 > count()) {
            throw new AssertionError(count() + " right answers, " + errors() + " errors, the first: " + firstError);
        }
    }

    long count() {
        return histogram.getTotalCount();
    }

    long errors() {
        return errors.sum();
    }

    /** In milliseconds. */
    double percentile(double percent) {
        return histogram.getValueAtPercentile(percent) / 1000.0;
    }

    /** In milliseconds. */
    double longest() {
        return histogram.getMaxValue() / 1000.0;
    }

    /** Adds rate, percentiles and errors to the report under that prefix. */
    void report(Report report, String id, String label, double seconds) {
        report.add(id + ".rate", label + ", a second", count() / seconds, "/s");
        percentiles(report, id, label);
        reportErrors(report, id, label);
    }

    /** Adds the errors alone, with what the first one was. */
    void reportErrors(Report report, String id, String label) {
        report.add(id + ".errors", label + ", errors", errors(), "", firstError);
    }

    /** Adds the percentiles alone. */
    void percentiles(Report report, String id, String label) {
        report.add(id + ".p50", label + ", p50", percentile(50), "ms");
        report.add(id + ".p95", label + ", p95", percentile(95), "ms");
        report.add(id + ".p99", label + ", p99", percentile(99), "ms");
    }
}
