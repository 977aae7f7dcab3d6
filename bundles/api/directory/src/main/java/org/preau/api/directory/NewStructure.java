package org.preau.api.directory;

import java.util.Optional;
import java.util.UUID;

/**
 * A structure to be made by hand.
 *
 * @param kind {@code RPI}, {@code PROJECT}, {@code COMMUNE} or {@code CIRCONSCRIPTION}
 * @param code wanted code, unique; nothing lets the portal make one
 * @param name as shown, 1 to 120 characters
 * @param parentId what it lies below: a department, an academy…
 * @since 1.0
 */
public record NewStructure(StructureKind kind, Optional<String> code, String name, UUID parentId) {}
