package org.preau.core.install;

import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.preau.api.base.LocalizedText;

/** Whether what is in a bundle becomes ready. */
interface Activation {
    /** For a framework without components: everything is ready at once. */
    Activation NONE = new Activation() {
        @Override
        public Set<String> unsettled(Bundle bundle) {
            return Set.of();
        }

        @Override
        public List<LocalizedText> waits(Bundle bundle) {
            return List.of();
        }

        @Override
        public void settle(Bundle bundle, Set<String> excused, boolean update) {}
    };

    /** Names of its components that are not ready. */
    Set<String> unsettled(Bundle bundle);

    /** What in it is not ready, and why. */
    List<LocalizedText> waits(Bundle bundle);

    /**
     * Waits until its components are ready. A new bundle may go on waiting for others; one that takes the place of another must be as ready as that was.
     *
     * @param excused components that are not looked at: they were not ready before either
     * @throws RefusedJarException when one failed, its schema could not be brought up to date, or (of an update) it is still not ready
     */
    void settle(Bundle bundle, Set<String> excused, boolean update);
}
