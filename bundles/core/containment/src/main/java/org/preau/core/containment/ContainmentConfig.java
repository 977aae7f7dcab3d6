package org.preau.core.containment;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.preau.core.containment.cfg}: how much a deployed plugin may do before it is stopped for a while. */
@ObjectClassDefinition(name = "Containment of plugins", description = "Limits of each deployed plugin")
@interface ContainmentConfig {
    /** Key {@code calls.at.once}. */
    @AttributeDefinition(name = "Calls of one plugin at once", min = "1", max = "1000")
    int calls_at_once() default 32;

    /** Key {@code failures}: within a minute, when at least half of the calls fail. */
    @AttributeDefinition(name = "Failures within a minute", min = "1", max = "64")
    int failures() default 10;

    /** Key {@code processor.seconds}: within a minute. */
    @AttributeDefinition(name = "Seconds of processor within a minute", min = "1", max = "3600")
    int processor_seconds() default 30;

    /** Key {@code stop.seconds}: the first time; each time in a row lasts twice as long, half an hour at most. */
    @AttributeDefinition(name = "Seconds of a first stop", min = "1", max = "1800")
    int stop_seconds() default 60;
}
