package org.preau.core.install;

import org.osgi.framework.Bundle;

/** Names of the states of a bundle. */
final class BundleStates {
    private BundleStates() {}

    /** The name of its state now. */
    static String of(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.INSTALLED -> "INSTALLED";
            default -> "UNINSTALLED";
        };
    }
}
