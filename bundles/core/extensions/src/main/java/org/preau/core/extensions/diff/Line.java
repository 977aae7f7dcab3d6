package org.preau.core.extensions.diff;

/**
 * A line of a comparison.
 *
 * @param kind {@code package}, {@code class}, {@code method} or {@code field}
 * @param name of what
 * @param wanted what the jar wants, or what the older one has; may be empty
 * @param here what there is, or what the newer one has; may be empty
 * @param fits whether that is enough
 */
public record Line(String kind, String name, String wanted, String here, boolean fits) {}
