package org.preau.api.directory.request;

import java.time.LocalDate;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * The end of an account made by hand.
 *
 * @param accountId the account
 * @param personId the person
 * @param name first and last name
 * @param login login
 * @param profile profile
 * @param structure name of the structure
 * @param until last day
 * @since 1.0
 */
public record Expiry(
        UUID accountId, UUID personId, String name, String login, Profile profile, String structure, LocalDate until) {}
