package org.preau.core.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, in lines as {@code sha256sum} writes them. */
final class Checksums {
    private Checksums() {}

    /** A new digest. */
    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line of a file; a name with a backslash or a line's end is escaped as the program does. */
    static String line(String sum, String name) {
        String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return (escaped.equals(name) ? "" : "\\") + sum + "  " + escaped + "\n";
    }
}
