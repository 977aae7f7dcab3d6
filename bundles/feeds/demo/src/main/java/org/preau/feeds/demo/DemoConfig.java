package org.preau.feeds.demo;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the demonstration; without {@code org.preau.demo.cfg} there is none. */
@ObjectClassDefinition(name = "Préau demonstration")
@interface DemoConfig {
    /** Whether this instance gets the demonstration schools. */
    @AttributeDefinition
    boolean enabled() default false;
}
