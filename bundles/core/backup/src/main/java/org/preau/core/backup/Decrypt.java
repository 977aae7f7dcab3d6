package org.preau.core.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code java -cp preau-core-backup.jar org.preau.core.backup.Decrypt FILE PASSPHRASE_FILE}: the clear archive on standard output. Run by {@code ./preau restore}. */
public final class Decrypt {
    private Decrypt() {}

    /** Decrypts; exit status 1 and a line on standard error when it cannot. */
    public static void main(String[] words) {
        System.exit(run(words, System.out, System.err));
    }

    /** The same, without an end of the process. */
    static int run(String[] words, PrintStream out, PrintStream err) {
        if (words.length != 2) {
            err.println("want FILE PASSPHRASE_FILE");
            return 2;
        }
        try (InputStream file = new BufferedInputStream(Files.newInputStream(Path.of(words[0])));
                InputStream clear = new DecryptingInput(file, Passphrase.read(Path.of(words[1])))) {
            clear.transferTo(out);
            out.flush();
            return out.checkError() ? 1 : 0;
        } catch (IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
