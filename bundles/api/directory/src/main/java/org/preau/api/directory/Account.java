package org.preau.api.directory;

import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * The account by which a person signs in. Its id survives merges and restores.
 *
 * @param id identifier
 * @param personId the person
 * @param login {@code given.family} without accents, unique, never given to somebody else later
 * @param state whether it can be used
 * @param profile the person's foremost profile, which decides the password policy and the counters he may use
 * @param firstName first name
 * @param lastName family name
 * @since 1.0
 */
public record Account(
        UUID id, UUID personId, String login, AccountState state, Profile profile, String firstName, String lastName) {}
