package org.preau.core.places;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.preau.core.places.cfg}. */
@ObjectClassDefinition(name = "Places of networks", description = "A file that tells where networks are")
public @interface PlacesConfig {
    /** Key {@code file}: a MaxMind DB file with places (city or better), in {@code DIR/etc} or by its full path. */
    @AttributeDefinition(name = "MaxMind DB file")
    String file();
}
