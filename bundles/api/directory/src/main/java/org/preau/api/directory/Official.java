package org.preau.api.directory;

import java.util.UUID;
import org.preau.api.base.Profile;

/**
 * Somebody whose function, as the directory knows it, makes him a candidate for administering a structure.
 *
 * @param personId the person
 * @param accountId his account, one that is not closed
 * @param structureId the school of a head, the circonscription (or what stands there) of an inspector or adviser
 * @param profile {@code HEAD}, {@code INSPECTOR} or {@code ADVISER}
 * @param function as the source words it; may be empty
 * @since 1.0
 */
public record Official(UUID personId, UUID accountId, UUID structureId, Profile profile, String function) {}
