package org.preau.core.extensions.diff;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what two versions of a bundle export, by bnd's rules of semantic versioning. */
final class TwoJars {
    private static final Set<Type> TOLD = EnumSet.of(
            Type.CLASS,
            Type.INTERFACE,
            Type.ANNOTATION,
            Type.ENUM,
            Type.METHOD,
            Type.FIELD,
            Type.EXTENDS,
            Type.IMPLEMENTS,
            Type.CONSTANT,
            Type.DEFAULT,
            Type.ACCESS,
            Type.RETURN);

    private static final Set<Delta> NOTHING = EnumSet.of(Delta.UNCHANGED, Delta.IGNORED);

    private TwoJars() {}

    /**
     * The changes, by package: the package, then its parts; nothing for packages that are as they were.
     *
     * @throws IOException when one of them cannot be read
     */
    static List<Change> compare(Path older, Path newer) throws IOException {
        try (Jar then = new Jar(older.toFile());
                Jar now = new Jar(newer.toFile());
                Processor complaints = new Processor()) {
            List<Change> changes = new ArrayList<>();
            new Baseline(complaints, new DiffPluginImpl())
                    .baseline(now, then, null).stream()
                            .filter(info -> !NOTHING.contains(info.packageDiff.getDelta()))
                            .sorted(Comparator.comparing(info -> info.packageName))
                            .forEach(info -> add(info, changes));
            return changes;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(older + " and " + newer + " cannot be compared", e);
        }
    }

    private static void add(Baseline.Info info, List<Change> changes) {
        Delta delta = info.packageDiff.getDelta();
        changes.add(new Change(
                "package",
                info.packageName,
                word(delta),
                delta == Delta.REMOVED ? Delta.MAJOR.name() : delta == Delta.ADDED ? Delta.MINOR.name() : delta.name(),
                delta == Delta.ADDED ? "" : said(info.olderVersion),
                delta == Delta.REMOVED ? "" : said(info.newerVersion),
                delta == Delta.REMOVED ? "" : said(info.suggestedVersion),
                !info.mismatch));
        if (delta != Delta.ADDED && delta != Delta.REMOVED) {
            parts(info.packageDiff, info.packageName, changes);
        }
    }

    /** Of each part that changed the smallest that says it: a method that came, not the class around it. */
    private static void parts(Diff above, String name, List<Change> changes) {
        for (Diff part : above.getChildren()) {
            Delta delta = part.getDelta();
            if (NOTHING.contains(delta) || !TOLD.contains(part.getType())) {
                continue;
            }
            boolean whole = delta == Delta.ADDED || delta == Delta.REMOVED;
            boolean type =
                    part.getType().compareTo(Type.CLASS) >= 0 && part.getType().compareTo(Type.ENUM) <= 0;
            String full = type ? part.getName() : name + (isMember(part) ? "." : " ") + part.getName();
            int before = changes.size();
            if (!whole) {
                parts(part, full, changes);
            }
            if (whole || changes.size() == before) {
                changes.add(new Change(
                        part.getType().name().toLowerCase(Locale.ROOT),
                        full,
                        word(delta),
                        weight(part, above).name(),
                        "",
                        "",
                        "",
                        true));
            }
        }
    }

    private static boolean isMember(Diff part) {
        return part.getType() == Type.METHOD || part.getType() == Type.FIELD;
    }

    /** What came or went weighs as much as its tree says; what holds it weighs at least that. */
    private static Delta weight(Diff part, Diff above) {
        return switch (part.getDelta()) {
            case ADDED -> part.getNewer().ifAdded();
            case REMOVED -> part.getOlder().ifRemoved();
            case CHANGED -> above.getDelta();
            default -> part.getDelta();
        };
    }

    private static String word(Delta delta) {
        return switch (delta) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            default -> "changed";
        };
    }

    private static String said(@Nullable Version version) {
        return version == null ? "" : version.toStringWithoutQualifier();
    }
}
