package org.preau.core.persistence;

import java.net.URL;

/**
 * A migration script of a unit.
 *
 * @param path path in its bundle, {@code db/migration/V1__articles.sql}
 * @param content where to read it
 */
record Script(String path, URL content) {
    /** Where bundles keep their scripts. */
    static final String FOLDER = "db/migration";

    /** The name without folders. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
