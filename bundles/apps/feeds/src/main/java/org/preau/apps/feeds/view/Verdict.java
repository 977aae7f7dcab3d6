package org.preau.apps.feeds.view;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.preau.api.base.Page;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;

/**
 * The one sentence on an archive that a tired person understands first.
 *
 * @param tone how it is shown
 * @param sentence what is the matter
 * @param advice what to do now; may be empty
 */
public record Verdict(Tone tone, String sentence, String advice) {
    private static final Texts TEXTS = Texts.of(Verdict.class);

    /** How grave it is. */
    public enum Tone {
        /** Nothing unusual. */
        CALM,
        /** Somebody should look. */
        CARE,
        /** Nothing of it is applied. */
        STOP
    }

    /**
     * The sentence on an archive.
     *
     * @param held the first of the schools that keep it on hold, with their number
     */
    public static Verdict of(FeedRun run, Page<HeldSchool> held, Locale locale) {
        return new Writer(run, held, locale).write();
    }

    private record Writer(FeedRun run, Page<HeldSchool> held, Locale locale) {
        Verdict write() {
            return switch (run.state()) {
                case RECEIVED -> plain(Tone.CALM, "received");
                case CHECKING, APPLYING ->
                    new Verdict(Tone.CALM, say("verdict." + run.state(), run.progress()), say("verdict.leave"));
                case CHECKED -> checked();
                case HELD -> onHold();
                case APPLIED -> new Verdict(Tone.CALM, changes("did") + ".", warnings());
                case REJECTED ->
                    run.errors() > 0
                            ? new Verdict(
                                    Tone.STOP, say("verdict.rejected", run.errors()), say("verdict.rejected.advice"))
                            : plain(Tone.STOP, "refused");
                case RESTORED -> plain(Tone.CALM, "restored");
                case FAILED -> plain(Tone.STOP, "failed");
            };
        }

        private Verdict checked() {
            LoadDifference difference = run.difference();
            if (difference != null && difference.isEmpty()) {
                return new Verdict(Tone.CALM, say("verdict.same"), warnings());
            }
            String end = run.warnings() == 0 ? say("verdict.usual") : say("verdict.warnings", run.warnings());
            return new Verdict(
                    run.warnings() == 0 ? Tone.CALM : Tone.CARE, changes("does") + "" + say("verdict.and") + end, "");
        }

        private Verdict onHold() {
            String advice = say("verdict.held.advice");
            if (held.total() == 1) {
                HeldSchool school = held.items().get(0);
                return new Verdict(
                        Tone.CARE, say("verdict.held.one", school.leaving(), school.before(), school.name()), advice);
            }
            LoadDifference difference = run.difference();
            int leaving = difference == null ? 0 : difference.departures();
            String first = held.items().stream()
                    .findFirst()
                    .map(school -> say("verdict.held.first", school.name(), school.leaving(), school.before()))
                    .orElse("");
            LocalDate dated = run.generated();
            if (held.total() == 0 && dated != null && isAhead(dated)) {
                return new Verdict(
                        Tone.CARE, say("verdict.held.date", dated.format(day()), leaving), say("verdict.held.still"));
            }
            return held.total() == 0
                    ? new Verdict(Tone.CARE, say("verdict.held.all", leaving), advice)
                    : new Verdict(
                            Tone.CARE, say("verdict.held.many", held.total(), leaving), (first + " " + advice).strip());
        }

        /** Whether the archive bears a day that had not come anywhere when it came here. */
        private boolean isAhead(LocalDate dated) {
            return dated.isAfter(
                    LocalDate.ofInstant(run.received(), ZoneOffset.UTC).plusDays(1));
        }

        private DateTimeFormatter day() {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        }

        /** "1 092 élèves, 5 arrivent, 3 partent". */
        private String changes(String tense) {
            LoadDifference difference = run.difference();
            if (difference == null) {
                return say("verdict.unknown");
            }
            Figures pupils = difference.of(RecordKind.PUPIL);
            List<String> parts = new ArrayList<>();
            parts.add(say("verdict.pupils", pupils.before() + pupils.created() - pupils.leaving()));
            add(parts, tense + ".come", pupils.created());
            add(parts, tense + ".move", pupils.moved());
            add(parts, tense + ".leave", pupils.leaving());
            if (parts.size() == 1) {
                parts.add(say("verdict." + tense + ".nothing"));
            }
            return String.join(", ", parts);
        }

        private void add(List<String> parts, String key, int figure) {
            if (figure > 0) {
                parts.add(say("verdict." + key, figure));
            }
        }

        private String warnings() {
            return run.warnings() == 0 ? "" : say("verdict.warnings.read", run.warnings());
        }

        private Verdict plain(Tone tone, String key) {
            return new Verdict(tone, say("verdict." + key), say("verdict." + key + ".advice"));
        }

        private String say(String key, Object... arguments) {
            return TEXTS.text(locale, key, arguments);
        }
    }

    /** Whether the portal is at work on it. */
    static boolean working(FeedRun run) {
        return run.state() == FeedState.RECEIVED
                || run.state() == FeedState.CHECKING
                || run.state() == FeedState.APPLYING;
    }
}
