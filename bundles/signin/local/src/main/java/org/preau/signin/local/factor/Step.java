package org.preau.signin.local.factor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in on its way: the password is proved, nobody is signed in yet. Or a factor being added.
 *
 * @param tokenHash what it is kept under
 * @param accountId whose
 * @param purpose what is asked of the browser
 * @param returnTo where to go at the end
 * @param challenge what a passkey is to sign
 * @param secret for an app that is being added
 * @param mailId how the job that mails a code knows it
 * @param mails how many codes were mailed
 * @param mailUntil how long the last mailed code holds; null when none is on its way
 * @param expires when it is forgotten
 */
public record Step(
        byte[] tokenHash,
        UUID accountId,
        Purpose purpose,
        String returnTo,
        byte[] challenge,
        byte[] secret,
        UUID mailId,
        int mails,
        @Nullable Instant mailUntil,
        Instant expires) {
    /** What is asked of the browser. */
    public enum Purpose {
        /** A second factor is to be proved. */
        PROVE,
        /** One has to be added, then he is signed in. */
        ENROL,
        /** One is being added by somebody who is signed in. */
        ADD,
        /** One was added; what is left is to take note of the recovery codes, and to enter. */
        DONE
    }

    @Override
    public String toString() {
        return "Step[" + purpose + "]";
    }
}
