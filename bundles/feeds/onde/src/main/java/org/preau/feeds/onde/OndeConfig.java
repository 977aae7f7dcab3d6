package org.preau.feeds.onde;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the feed: {@code etc/org.preau.feeds.onde.cfg}. */
@ObjectClassDefinition(name = "Feed ONDE", description = "Tables taken out of ONDE")
@interface OndeConfig {
    /** Code of the academy of the schools whose tables are handed in. */
    @AttributeDefinition(name = "Academy", description = "Code, such as 24; none by default")
    String academy() default "";
}
