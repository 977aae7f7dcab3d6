package org.preau.core.authorisation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long before its end the holder of a grant is told. */
@ObjectClassDefinition(name = "Préau: notice before grants end")
public @interface NoticeConfig {
    /** Days before the last day, 1 to 365. */
    @AttributeDefinition(description = "Days before the last day, 1 to 365")
    int notice_days() default 30;
}
