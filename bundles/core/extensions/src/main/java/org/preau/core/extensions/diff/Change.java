package org.preau.core.extensions.diff;

/**
 * What changed between two versions of an API.
 *
 * @param kind {@code package}, {@code class}, {@code interface}, {@code method}, {@code field} and so on
 * @param name of what
 * @param change {@code added}, {@code removed}, {@code changed}
 * @param weight {@code MAJOR}: a plugin that uses or implements it breaks; {@code MINOR}: who only uses it does not notice; {@code MICRO}
 * @param older version of the older package; empty but for packages, and for one that is new
 * @param newer version of the newer package; empty but for packages, and for one that is gone
 * @param wanted version that the newer package should have at least; empty but for packages
 * @param well whether the newer package has that version
 */
public record Change(
        String kind,
        String name,
        String change,
        String weight,
        String older,
        String newer,
        String wanted,
        boolean well) {}
