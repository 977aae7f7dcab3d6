package org.preau.api.communication;

import java.util.Optional;

/**
 * What a structure is to be set to.
 *
 * @param preset the rule
 * @param wideningAllowed whether structures below may choose a wider rule than this one
 * @param guardiansTogether whether guardians of a class may write to each other; nothing to leave it to what is above
 * @since 1.0
 */
public record NewSetting(Preset preset, boolean wideningAllowed, Optional<Boolean> guardiansTogether) {
    /** The rule alone: nothing wider below, guardians as above. */
    public static NewSetting of(Preset preset) {
        return new NewSetting(preset, false, Optional.empty());
    }
}
