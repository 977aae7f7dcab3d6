package org.preau.api.directory.lifecycle;

import org.preau.api.base.LocalizedText;

/**
 * How long a kind of data is kept.
 *
 * @param kind stable name: {@code account.leaving}
 * @param profile for one profile, or empty for all
 * @param days how many days; -1 for as long as the portal
 * @param setting key of the setting, or empty when it is fixed
 * @param reason what for, in words
 * @since 1.0
 */
public record RetentionPeriod(String kind, String profile, int days, String setting, LocalizedText reason) {}
