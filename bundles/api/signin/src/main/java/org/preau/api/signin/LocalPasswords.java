package org.preau.api.signin;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * Passwords of local accounts, for those who help a user that lost his: his teacher, the head, an administrator. Nobody ever sees a password that a user chose.
 *
 * <p>Every act is audited, and ends the account's running sessions.
 */
@ProviderType
public interface LocalPasswords {
    /** Action: give a pupil another passphrase. */
    String RESET_PUPIL = "signin.reset-pupil";

    /** Action: give an adult another activation code. */
    String RENEW_CODE = "signin.renew-code";

    /**
     * Gives a pupil another passphrase of three words, which replaces his password at once; to be shown to who asked, and told to the pupil.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link #RESET_PUPIL} is allowed on one of the pupil's classes or schools, {@code NOT_FOUND} when there is
     *     no such pupil's account
     */
    String resetPupil(Subject by, UUID accountId);

    /**
     * Gives an adult another activation code, written {@code ABCD-EFGH}: with it he chooses a new password. The old password is void at once.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link #RENEW_CODE} is allowed on one of the person's schools, {@code NOT_FOUND} when there is no such
     *     adult's account
     */
    String renewCode(Subject by, UUID accountId);

    /**
     * Gives an account a known password, for accounts that the portal itself or the operator makes ready: demonstration, console. The account's state does not change.
     *
     * @param by the portal itself ({@link Subject#isSystem}): nobody else may
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for anybody else, {@code NOT_FOUND} for an unknown account
     */
    void set(Subject by, UUID accountId, String password);
}
