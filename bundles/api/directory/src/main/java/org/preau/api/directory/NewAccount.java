package org.preau.api.directory;

import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * An account to be made by hand.
 *
 * @param login wanted login; nothing lets the portal make it from the names
 * @param profile profile in the structure
 * @param structureId where the person belongs
 * @param firstName first name
 * @param lastName family name
 * @since 1.0
 */
public record NewAccount(
        Optional<String> login, Profile profile, UUID structureId, String firstName, String lastName) {}
