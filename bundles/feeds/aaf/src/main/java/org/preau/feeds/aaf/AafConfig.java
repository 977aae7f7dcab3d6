package org.preau.feeds.aaf;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the feed: {@code etc/org.preau.feeds.aaf.cfg}. */
@ObjectClassDefinition(name = "Feed AAF", description = "Archives of the annuaire académique fédérateur")
@interface AafConfig {
    /** Codes of the academies whose archives are taken; none by default. */
    @AttributeDefinition(name = "Academies", description = "Comma list of codes, such as 24; none by default")
    String academies() default "";

    /** Degrees whose archives are taken. */
    @AttributeDefinition(
            name = "Degrees",
            description = "Comma list of 1D and 2D; 2D has to be allowed, for continuity with the collèges")
    String degrees() default "1D";
}
