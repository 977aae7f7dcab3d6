package org.preau.core.directory.identity;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.job.Job;

/** Makes one of guardians whom two feeds bring, soon after a feed was applied. */
@Component
public final class GuardiansJob implements Job {
    static final String NAME = "directory.guardians";

    private final SameGuardians guardians;

    /** Takes its services. */
    @Activate
    public GuardiansJob(@Reference SameGuardians guardians) {
        this.guardians = guardians;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        guardians.unite();
    }
}
