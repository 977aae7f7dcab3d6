package org.preau.api.extension;

/**
 * One thing that an extension brings.
 *
 * @param kind which: {@code app}, {@code protocol}, {@code category}, {@code counter}, {@code feed}, {@code connectors}, {@code command}, {@code job}, {@code http}, {@code health}, {@code data}; the
 *     simple name of the service for others
 * @param name its id where it has one ({@code news}, {@code cas}); may be empty
 * @since 1.0
 */
public record Contribution(String kind, String name) {
    /** An application; its name is its id. */
    public static final String APP = "app";

    /** A schema of the database; its name is the unit's. */
    public static final String DATA = "data";
}
