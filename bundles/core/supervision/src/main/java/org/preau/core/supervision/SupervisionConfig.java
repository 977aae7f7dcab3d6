package org.preau.core.supervision;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.preau.core.supervision.cfg}. */
@ObjectClassDefinition(name = "Supervision", description = "Who sees more than the portal's status")
@interface SupervisionConfig {
    /** {@code supervision.networks}: networks that may see parts and metrics. */
    @AttributeDefinition(name = "Networks")
    String[] supervision_networks() default {"127.0.0.0/8", "::1"};
}
