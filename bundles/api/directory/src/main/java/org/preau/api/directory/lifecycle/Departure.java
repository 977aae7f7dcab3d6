package org.preau.api.directory.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;

/**
 * An account on its way out.
 *
 * @param accountId the account
 * @param personId the person
 * @param name first and last name
 * @param login login
 * @param profile foremost profile
 * @param schools names of the last schools, as far as they are known
 * @param state LEAVING or ARCHIVED
 * @param since when the person left or the account was archived
 * @param next when it is archived (LEAVING) or erased (ARCHIVED)
 * @since 1.0
 */
public record Departure(
        UUID accountId,
        UUID personId,
        String name,
        String login,
        Profile profile,
        List<String> schools,
        AccountState state,
        Instant since,
        LocalDate next) {}
