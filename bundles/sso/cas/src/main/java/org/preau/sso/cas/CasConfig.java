package org.preau.sso.cas;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the CAS protocol, {@code org.preau.sso.cas.cfg}. */
@ObjectClassDefinition(name = "CAS", description = "Service tickets")
public @interface CasConfig {
    /** Key {@code ticket.seconds}: how long a service has to validate a ticket. */
    @AttributeDefinition(name = "Seconds a ticket lives", min = "1", max = "300")
    int ticket_seconds() default 10;
}
