package org.preau.api.directory.identity;

import org.preau.api.base.LocalizedText;

/**
 * Where data of a person come from (621B).
 *
 * @param feed name of the feed, {@code aaf}, {@code onde}; {@code local} for a person made by hand
 * @param academy code of the academy, or empty
 * @param label as shown: {@code AAF 24}; {@code local, demandé par …, accepté par …}
 * @param key key in the source, for administrators of the academy only; else empty
 * @param gone whether the source no longer has the person
 * @since 1.0
 */
public record SourceLabel(String feed, String academy, LocalizedText label, String key, boolean gone) {}
