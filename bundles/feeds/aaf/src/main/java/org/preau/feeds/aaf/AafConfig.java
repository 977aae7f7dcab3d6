package org.preau.feeds.aaf;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the feed: {@code etc/org.preau.feeds.aaf.cfg}. */
@ObjectClassDefinition(name = "Feed AAF", description = "Archives of the annuaire académique fédérateur")
@interface AafConfig {
    /** Codes of the academies whose archives are taken; none by default. */
    @AttributeDefinition(name = "Academies", description = "Comma list of codes, such as 24; none by default")
    String academies() default "";
}
