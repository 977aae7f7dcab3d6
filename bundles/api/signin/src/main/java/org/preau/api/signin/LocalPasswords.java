package org.preau.api.signin;

import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * Passwords of local accounts, for those who help a user that lost his: his teacher, the head, an administrator. Nobody ever sees a password that a user chose.
 *
 * <p>Every act is audited, and ends the account's running sessions.
 *
 * @since 1.0
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
     * Gives every account of a structure's people that has a local password, code or passphrase another code or passphrase: nobody knows it but who prints the sheets. Ends no session. For the security
     * switchboard.
     *
     * @param exercise only counts them
     * @return how many accounts
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} unless {@link Switchboard#ACT} is allowed on the structure
     */
    default int renewAll(Subject by, UUID structureId, Set<Profile> profiles, boolean exercise) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives an account a known password, for accounts that the portal itself or the operator makes ready: demonstration, console. The account's state does not change.
     *
     * @param by the portal itself ({@link Subject#isSystem}): nobody else may
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for anybody else, {@code NOT_FOUND} for an unknown account
     */
    void set(Subject by, UUID accountId, String password);
}
