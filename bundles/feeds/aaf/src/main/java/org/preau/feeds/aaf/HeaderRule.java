package org.preau.feeds.aaf;

import org.jspecify.annotations.Nullable;

/** Compares the head of every file with the name of the archive's files and with the academies expected. Used by one thread, for one archive. */
final class HeaderRule {
    private final Degree degree;
    private final Academies academies;
    private final Findings findings;
    private boolean versionsTold;
    private boolean silenceTold;
    private @Nullable String academy;

    HeaderRule(Degree degree, Academies academies, Findings findings) {
        this.degree = degree;
        this.academies = academies;
        this.findings = findings;
    }

    /** Passes a head that fits, and gives the code of the academy. */
    String check(SliceName slice, Header header) throws BadSliceException {
        if (!versionsTold) {
            versionsTold = true;
            Versions.check(header, slice.file(), findings);
        }
        String written = header.get("degre").isEmpty() ? slice.degree() : header.get("degre");
        if (!written.isEmpty() && !written.equalsIgnoreCase(degree.written())) {
            String message = "the archive is of degree " + written + ", not " + degree.written()
                    + ": archives 1D are handed in to the feed aaf, archives 2D to the feed aaf2d";
            throw bad("wrong-degree", "degre", message, true);
        }
        String code = academyOf(slice, header);
        String known = academy;
        if (known != null && !known.equals(code)) {
            throw bad(
                    "mixed-archive",
                    "codeAcademieExport",
                    "academy " + code + ", other files say " + known + "; hand in each academy by itself",
                    false);
        }
        academy = code;
        if (header.date().isPresent() && !header.date().get().equals(slice.date())) {
            String message = "made on " + header.get("dateGenerationExport") + " says the file, its name says "
                    + slice.date() + "; the archive must be sent again";
            throw bad("wrong-date", "dateGenerationExport", message, false);
        }
        return code;
    }

    private String academyOf(SliceName slice, Header header) throws BadSliceException {
        String code = header.academy();
        if (code.isEmpty()) {
            if (academies.only().isEmpty()) {
                String message = "the file does not say its academy: name it with --academy CODE";
                throw bad("wrong-academy", "codeAcademieExport", message, true);
            }
            if (!silenceTold) {
                silenceTold = true;
                String message = "the files do not say their academy: taken for " + academies;
                findings.warn("no-academy-in-file", slice.file(), "", "codeAcademieExport", message);
            }
            return academies.only().get();
        }
        if (!academies.allows(code)) {
            String message = "the archive is of academy " + code + ", expected is " + academies
                    + "; if it is wanted, add it to academies in etc/org.preau.feeds.aaf.cfg";
            throw bad("wrong-academy", "codeAcademieExport", message, true);
        }
        return code;
    }

    private static BadSliceException bad(String code, String field, String message, boolean last) {
        return new BadSliceException(code, "", field, message, last);
    }
}
