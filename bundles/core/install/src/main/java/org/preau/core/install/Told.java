package org.preau.core.install;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.extension.Installation;
import org.preau.api.extension.InstallationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells everybody who listens what became of an extension. */
@Component(service = Told.class)
public final class Told implements Consumer<Installation> {
    private static final Logger log = LoggerFactory.getLogger(Told.class);

    private final List<InstallationListener> listeners = new CopyOnWriteArrayList<>();

    /** One begins to listen. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(InstallationListener listener) {
        listeners.add(listener);
    }

    /** One ends. */
    void removeListener(InstallationListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void accept(Installation installation) {
        for (InstallationListener listener : listeners) {
            try {
                listener.changed(installation);
            } catch (RuntimeException | LinkageError e) {
                log.error("{} did not take note of {}", listener.getClass().getName(), installation.id(), e);
            }
        }
    }
}
