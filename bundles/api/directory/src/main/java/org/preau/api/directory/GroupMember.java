package org.preau.api.directory;

import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * Somebody in a group made by hand.
 *
 * @param personId who
 * @param firstName first name
 * @param lastName family name
 * @param profile as what he is in
 * @since 1.0
 */
public record GroupMember(UUID personId, String firstName, String lastName, Profile profile) {}
