package org.preau.api.directory.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;

/**
 * An account asked for.
 *
 * @param profile profile in the structure
 * @param structureId where the person will belong
 * @param firstName first name
 * @param lastName family name
 * @param email address of mail, or empty
 * @param reason why the AAF lacks this person
 * @param until last day wanted; null for the end of the school year
 * @since 1.0
 */
public record AccountWish(
        Profile profile,
        UUID structureId,
        String firstName,
        String lastName,
        String email,
        String reason,
        @Nullable LocalDate until) {}
