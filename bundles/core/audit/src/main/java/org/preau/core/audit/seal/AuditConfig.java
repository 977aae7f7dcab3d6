package org.preau.core.audit.seal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.preau.core.audit.cfg}: how the audit trail is sealed and how long it is kept. */
@ObjectClassDefinition(name = "Audit trail", description = "Seals and retention")
public @interface AuditConfig {
    /** Key {@code seal.seconds}: entries are sealed after so many seconds at most. */
    @AttributeDefinition(name = "Seconds between seals", min = "1", max = "3600")
    int seal_seconds() default 5;

    /** Key {@code retention.months}: entries are removed after so many months; 12 is what the law asks of a host. */
    @AttributeDefinition(name = "Months entries are kept", min = "1")
    int retention_months() default 12;
}
