package org.preau.api.directory;

import java.util.UUID;

/**
 * A node of the administrative tree.
 *
 * @param id identifier, kept for ever
 * @param kind what it is
 * @param code unique code: a school's UAI, a circonscription's UAI, an academy's number…
 * @param name as shown
 * @param city for a school, else empty
 * @since 1.0
 */
public record Structure(UUID id, StructureKind kind, String code, String name, String city) {}
