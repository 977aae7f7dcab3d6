package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.preau.api.feed.FeedOptions;

/** Measures a load by hand: {@code java org.preau.feeds.aaf.LoadMeasure archive.tgz 24}. */
final class LoadMeasure {
    private LoadMeasure() {}

    /** Prints records a second. */
    public static void main(String[] arguments) throws Exception {
        Path archive = Path.of(arguments[0]);
        FeedOptions options = new FeedOptions(Optional.of(arguments[1]));
        try (TestPortal portal = new TestPortal("")) {
            int records = ArchiveMeasure.bareStax(archive);
            for (int i = 0; i < 2; i++) {
                tell("bare StAX", records, () -> {
                    try {
                        return ArchiveMeasure.bareStax(archive);
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                tell("read and normalise", records, () -> ArchiveMeasure.normalise(archive, arguments[1]));
            }
            TestPipeline pipeline = new TestPipeline(portal.feed, portal.loads);
            tell("check", records, () -> pipeline.run(archive, options, false, true));
            tell("apply", records, () -> pipeline.run(archive, options, true, true));
            tell("apply again", records, () -> pipeline.run(archive, options, true, true));
            tell("totals", records, () -> portal.directory.totals(Optional.empty()));
            tell("totals by school", records, () -> portal.directory
                    .totalsBySchool()
                    .size());
        }
    }

    private static void tell(String what, int records, Supplier<?> work) {
        long begin = System.nanoTime();
        Object result = work.get();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%-20s %8.2f s %10.0f records/s  %s%n", what, seconds, records / seconds, result);
    }
}
