package org.preau.core.calendar;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.preau.core.calendar.cfg}: the hours of the academy (51A, 51A bis). */
@ObjectClassDefinition(
        name = "Publication hours",
        description = "When things may appear, and until when pupils may use the portal")
@interface CalendarConfig {
    /** Key {@code time.zone}. */
    @AttributeDefinition(name = "Time zone of the academy")
    String time_zone() default "Europe/Paris";

    /** Key {@code publication.from}: first minute of a working day at which something may appear. */
    @AttributeDefinition(name = "Publication from", description = "HH:mm")
    String publication_from() default "07:00";

    /** Key {@code publication.until}: nothing appears from this minute on. */
    @AttributeDefinition(name = "Publication until", description = "HH:mm")
    String publication_until() default "20:00";

    /** Key {@code pupils.from}. */
    @AttributeDefinition(name = "Pupils from", description = "HH:mm")
    String pupils_from() default "07:00";

    /** Key {@code pupils.until}. */
    @AttributeDefinition(name = "Pupils until", description = "HH:mm")
    String pupils_until() default "20:30";

    /** Key {@code closed.days}: further days without publication, such as bridges. */
    @AttributeDefinition(name = "Further closed days", description = "yyyy-MM-dd, separated by commas")
    String[] closed_days() default {};
}
