package org.preau.api.communication;

import java.util.Optional;
import java.util.UUID;

/**
 * The rule that holds in a structure.
 *
 * @param preset the rule
 * @param decidedBy the structure whose setting decides; nothing where nobody set anything and the portal's own default holds
 * @param mostAllowed the widest rule the structure itself may choose
 * @param wideningAllowed whether what lies below may choose a wider one
 * @param guardiansTogether whether guardians of a class may write to each other
 * @since 1.0
 */
public record Effective(
        Preset preset,
        Optional<UUID> decidedBy,
        Preset mostAllowed,
        boolean wideningAllowed,
        boolean guardiansTogether) {}
