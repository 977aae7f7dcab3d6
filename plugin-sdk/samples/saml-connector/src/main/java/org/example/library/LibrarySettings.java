package org.example.library;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may change in {@code DIR/etc/org.example.library.cfg}; these defaults hold where the file says nothing. */
@ObjectClassDefinition(name = "Library", description = "The school library")
@interface LibrarySettings {
    /** Key {@code metadata.file}: the service's metadata as a file in {@code DIR/etc}, for a portal that may not call the service; else it is read from the service every hour. */
    @AttributeDefinition(name = "Metadata file", description = "A file in DIR/etc instead of the service's own address")
    String metadata_file() default "";

    /** Key {@code structures}: UAI or codes of the structures that subscribed, with commas between; {@code *} for all. */
    @AttributeDefinition(name = "Structures", description = "UAI or codes of the structures that get it; * for all")
    String structures() default "*";
}
