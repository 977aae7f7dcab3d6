package org.example.badge;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.example.badge.cfg}. Without this file the counter does not exist. */
@ObjectClassDefinition(name = "Badge counter")
public @interface BadgeConfig {
    /** The word that opens; at least 12 characters. */
    @AttributeDefinition(name = "word")
    String word();
}
