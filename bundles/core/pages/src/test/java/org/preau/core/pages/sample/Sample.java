package org.preau.core.pages.sample;

/** Anchor of templates and texts of a bundle. */
public final class Sample {
    private Sample() {}
}
