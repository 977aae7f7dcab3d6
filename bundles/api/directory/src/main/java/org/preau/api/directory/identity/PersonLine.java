package org.preau.api.directory.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;

/**
 * A person in an administrator's list.
 *
 * @param id the person
 * @param firstName first name
 * @param lastName family name
 * @param profiles what the person is, foremost first
 * @param schools names of the schools and structures
 * @param sources where the data come from; keys are left out
 * @param accountId the account, null without one
 * @param login login, or empty
 * @param state state of the account, null without one
 * @param lastSignIn when the account was used last, null if never or unknown
 * @since 1.0
 */
public record PersonLine(
        UUID id,
        String firstName,
        String lastName,
        List<Profile> profiles,
        List<String> schools,
        List<SourceLabel> sources,
        @Nullable UUID accountId,
        String login,
        @Nullable AccountState state,
        @Nullable Instant lastSignIn) {
    /** First and last name. */
    public String displayName() {
        return (firstName + " " + lastName).strip();
    }
}
