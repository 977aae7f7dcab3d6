package org.preau.api.containment;

import org.preau.api.base.LocalizedText;

/**
 * What an {@link Examiner} found about a plugin.
 *
 * @param code short name for programs: {@code missing-package}
 * @param sick whether this keeps the plugin from working; else it is only told
 * @param what one sentence: what is so
 * @param cure one sentence: what to do about it
 * @since 1.0
 */
public record Finding(String code, boolean sick, LocalizedText what, LocalizedText cure) {
    /** Something that keeps the plugin from working. */
    public static Finding problem(String code, LocalizedText what, LocalizedText cure) {
        return new Finding(code, true, what, cure);
    }
}
