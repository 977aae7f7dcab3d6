package org.preau.api.feed;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;

/**
 * The way of archives into the directory: receive, check, review, apply; restore. Reads need {@code feed.read}, acts {@code feed.apply}, both over the academy's structure; an act is audited. A step
 * that takes long runs as a job; {@link FeedChanged} tells when it is done.
 *
 * @since 1.0
 */
@ProviderType
public interface Feeds {
    /** The feeds whose bundles are there, by name. */
    List<System> systems();

    /**
     * A feed.
     *
     * @param name name on the command line
     * @param label what people call it
     */
    record System(String name, LocalizedText label) {}

    /**
     * Takes an archive in: copies it into the portal's own store with its checksum, within the limits on size and age. It is checked soon after.
     *
     * @param apply whether it is applied without anybody looking, as far as the thresholds let
     * @throws org.preau.api.base.PortalException {@code INVALID_INPUT} for a file that cannot be taken
     */
    UUID receive(Subject by, String system, Path file, FeedOptions options, boolean apply);

    /** Archives, the latest first. */
    Page<FeedRun> list(Subject viewer, PageRequest page);

    /** One of them. */
    Optional<FeedRun> run(Subject viewer, UUID feedId);

    /** What it changes, by school and kind; the schools with most leavers first. */
    Page<SchoolDifference> schools(Subject viewer, UUID feedId, PageRequest page);

    /** The schools that keep it on hold; those not accepted first. */
    Page<HeldSchool> held(Subject viewer, UUID feedId, PageRequest page);

    /** Some records that change in this way in that school. */
    List<ChangeSample> samples(
            Subject viewer, UUID feedId, String schoolCode, RecordKind kind, ChangeSample.Change change);

    /** What is wrong with it, errors first. */
    Page<LoadFinding> findings(Subject viewer, UUID feedId, PageRequest page);

    /** Has a checked archive applied. */
    void apply(Subject by, UUID feedId);

    /** Accepts what was held: everybody may leave, or those of some schools only; the archive is compared anew and applied. */
    void accept(Subject by, UUID feedId, Leavers leavers);

    /** Refuses a checked or held archive; nothing of it is applied. */
    void reject(Subject by, UUID feedId, String reason);

    /** Brings the directory back to before this archive: it and every later one of its source are undone; what users made since stays. Gives the run of the undo. */
    UUID restore(Subject by, UUID feedId);

    /** Writes the report: everything about the run, its findings and what became of it, signed. */
    void report(Subject viewer, UUID feedId, ReportFormat format, OutputStream out);

    /** Forms of the report. */
    enum ReportFormat {
        /** For machines: JSON, signed as JWS. */
        JSON,
        /** For people: HTML to read and print, with the checksum of the signed form. */
        HTML,
        /** Findings as a table: CSV with semicolons, UTF-8. */
        CSV
    }
}
