package org.preau.api.http;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The immutable files of bundles. A bundle with the manifest header {@value #HEADER} (a folder inside the bundle) has its files served below
 * {@code /res/<symbolic name>/<version>/}, for as long as it is active.
 *
 * @since 1.0
 */
@ProviderType
public interface StaticResources {
    /** Manifest header: the folder of the bundle whose files are served. */
    String HEADER = "Preau-Resources";

    /** The address of a file of the bundle that {@code anchor} belongs to: {@code /res/org.preau.core.pages/1.0.0/page.css}. */
    String url(Class<?> anchor, String file);
}
