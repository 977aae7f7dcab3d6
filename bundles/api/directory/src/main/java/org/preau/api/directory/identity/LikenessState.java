package org.preau.api.directory.identity;

/**
 * What was decided about two people who look like one.
 *
 * @since 1.0
 */
public enum LikenessState {
    /** Nothing yet: somebody has to say. */
    PROPOSED,
    /** They were one person. */
    MERGED,
    /** They are two; not proposed again. */
    APART
}
