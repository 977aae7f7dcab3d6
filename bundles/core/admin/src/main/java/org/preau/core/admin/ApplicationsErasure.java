package org.preau.core.admin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.PortalEventListener;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.persistence.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every application erase what it keeps about somebody who was erased (71C), each in a transaction of its own: one that fails is logged and keeps none of the others. */
@Component(service = PortalEventListener.class)
public final class ApplicationsErasure implements PortalEventListener<PersonErased> {
    private static final Logger log = LoggerFactory.getLogger(ApplicationsErasure.class);

    private final List<PortalApplication> applications = new CopyOnWriteArrayList<>();
    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public ApplicationsErasure(@Reference(target = "(preau.unit=toggle)") Tx tx) {
        this.tx = tx;
    }

    /** An application comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addApplication(PortalApplication application) {
        applications.add(application);
    }

    /** An application goes. */
    void removeApplication(PortalApplication application) {
        applications.remove(application);
    }

    @Override
    public Class<PersonErased> type() {
        return PersonErased.class;
    }

    @Override
    public void on(PersonErased event) {
        for (PortalApplication application : applications) {
            try {
                tx.writeSql(connection -> {
                    application.erase(event.personId());
                    return 0;
                });
            } catch (RuntimeException e) {
                log.error(
                        "Application {} did not erase a person; `preau:person-erase` again does it",
                        application.descriptor().id(),
                        e);
            }
        }
    }
}
