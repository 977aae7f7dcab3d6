package org.preau.core.notification;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of notifications. */
@Component
public final class NotificationUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=notification)";

    @Override
    public String name() {
        return "notification";
    }
}
