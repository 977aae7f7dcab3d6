package org.preau.api.signin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * A signed-in session, as it is now. The cookie's token is nowhere in it.
 *
 * @param id identifier of the session
 * @param accountId account
 * @param personId person
 * @param login the account's login
 * @param firstName first name
 * @param lastName family name
 * @param counter the counter used
 * @param since when it was opened
 * @param context where the user is: profile, school, child
 */
public record PortalSession(
        UUID id,
        UUID accountId,
        UUID personId,
        String login,
        String firstName,
        String lastName,
        String counter,
        Instant since,
        Context context) {
    /**
     * Where the user is in the portal.
     *
     * @param profile as what
     * @param structureId in which school or structure
     * @param structureName its name
     * @param uai its UAI or code: the one that leaves towards services
     * @param childId for a guardian, the child looked at; null for all of them
     */
    public record Context(
            Profile profile, UUID structureId, String structureName, String uai, @Nullable UUID childId) {}

    /** Who acts in this session. */
    public Subject subject() {
        return new Subject(accountId, personId, context.profile(), context.structureId());
    }

    /** First and last name. */
    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
