package org.preau.core.backup;

import java.util.List;

/**
 * A backup that is there, as its description beside it tells ({@code <file>.json}).
 *
 * @param id its name without the endings
 * @param file its path
 * @param made when it was begun, ISO 8601
 * @param bytes its size
 * @param content bytes of the files in it
 * @param files how many files are in it
 * @param sha256 of the file
 * @param encrypted whether a passphrase is needed
 * @param masterKey whether it holds the master key
 * @param database what database is in it, and how
 * @param seconds how long it took, with its verification
 * @param verified whether it was read back and compared
 * @param offsite how the off-site copy went: {@code none}, {@code done} or the failure
 * @param auditHeads heads of the audit trail when it was begun
 */
public record Backup(
        String id,
        String file,
        String made,
        long bytes,
        long content,
        long files,
        String sha256,
        boolean encrypted,
        boolean masterKey,
        String database,
        double seconds,
        boolean verified,
        String offsite,
        List<String> auditHeads) {
    static final String NONE = "none";
    static final String DONE = "done";

    /** Whether its off-site copy failed. */
    boolean offsiteFailed() {
        return !offsite.equals(NONE) && !offsite.equals(DONE);
    }

    /** The same after another try of the off-site copy. */
    Backup offsite(String outcome) {
        return new Backup(
                id,
                file,
                made,
                bytes,
                content,
                files,
                sha256,
                encrypted,
                masterKey,
                database,
                seconds,
                verified,
                outcome,
                auditHeads);
    }
}
