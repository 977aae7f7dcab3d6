package org.preau.core.directory.load;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of loads. */
@ObjectClassDefinition(name = "Loads of the directory", description = "How long a load can be undone")
@interface LoadConfig {
    /** Days for which what a load replaced is kept. */
    @AttributeDefinition(name = "Days", description = "For so many days an applied load can be undone", min = "1")
    int undo_days() default 400;
}
