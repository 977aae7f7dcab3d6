package org.preau.core.pages;

import org.preau.api.http.StaticResources;

/** Addresses of files without bundles. */
final class FakeResources implements StaticResources {
    @Override
    public String url(Class<?> anchor, String file) {
        return "/res/" + anchor.getSimpleName() + "/1/" + file;
    }
}
