package org.preau.api.containment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.framework.Bundle;

/**
 * Knows one reason why a plugin may not be there. Register it as a service: {@code preau:doctor} asks them all. Called on a thread of the console.
 *
 * <pre>{@code
 * @Component
 * public final class LicenceExaminer implements Examiner {
 *     @Override
 *     public List<Finding> examine(Patient patient) {
 *         return licences.runsOut(patient.name())
 *                 ? List.of(Finding.problem("licence", TEXTS.both("licence.out"), TEXTS.both("licence.renew")))
 *                 : List.of();
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface Examiner {
    /**
     * What this examiner knows about the plugin.
     *
     * @param patient who is examined
     * @return nothing when there is nothing to tell
     */
    List<Finding> examine(Patient patient);

    /**
     * Who is examined.
     *
     * @param id what the operator wrote: a symbolic name, or the id of an application or connector
     * @param bundle the bundle it stands for, where there is one
     */
    record Patient(String id, @Nullable Bundle bundle) {
        /** The symbolic name of its bundle, or what the operator wrote. */
        public String name() {
            return Optional.ofNullable(bundle).map(Bundle::getSymbolicName).orElse(id);
        }
    }
}
