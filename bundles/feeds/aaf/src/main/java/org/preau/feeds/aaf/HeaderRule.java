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
            throw bad("wrong-degree", "degre", true, written, degree.written());
        }
        String code = academyOf(slice, header);
        String known = academy;
        if (known != null && !known.equals(code)) {
            throw bad("mixed-archive.academy", "codeAcademieExport", false, code, known);
        }
        academy = code;
        if (header.date().isPresent() && !header.date().get().equals(slice.date())) {
            throw bad("wrong-date", "dateGenerationExport", false, header.get("dateGenerationExport"), slice.date());
        }
        return code;
    }

    private String academyOf(SliceName slice, Header header) throws BadSliceException {
        String code = header.academy();
        if (code.isEmpty()) {
            if (academies.only().isEmpty()) {
                throw bad("wrong-academy.silent", "codeAcademieExport", true);
            }
            if (!silenceTold) {
                silenceTold = true;
                findings.warn("no-academy-in-file", slice.file(), "", "codeAcademieExport", academies);
            }
            return academies.only().get();
        }
        if (!academies.allows(code)) {
            throw bad("wrong-academy", "codeAcademieExport", true, code, academies);
        }
        return code;
    }

    private static BadSliceException bad(String key, String field, boolean last, Object... arguments) {
        return new BadSliceException(key, "", field, last, arguments);
    }
}
