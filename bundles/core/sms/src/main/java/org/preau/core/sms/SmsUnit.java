package org.preau.core.sms;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of this bundle: telephones that people gave. */
@Component
public final class SmsUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=sms)";

    @Override
    public String name() {
        return "sms";
    }
}
