package org.preau.feeds.demo;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.preau.api.persistence.PersistenceUnit;

/** The schema that remembers what of the demonstration is done; only where the demonstration is asked for. */
@Component(configurationPid = DemoJob.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DemoUnit implements PersistenceUnit {
    static final String NAME = "demo";

    @Override
    public String name() {
        return NAME;
    }
}
