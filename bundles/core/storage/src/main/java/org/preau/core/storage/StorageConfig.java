package org.preau.core.storage;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of {@code org.preau.core.storage.cfg}: where files are kept, and how many. */
@ObjectClassDefinition(name = "Storage", description = "Where bundles keep files")
@interface StorageConfig {
    /** {@code backend}: id of the back end. */
    @AttributeDefinition(name = "Back end")
    String backend() default FolderBackEnd.ID;

    /** {@code folder}: for the back end {@code folder}: its place, relative to the instance's data; the same for all nodes. */
    @AttributeDefinition(name = "Folder")
    String folder() default "files";

    /** {@code quota.mb}: megabytes that one owner's files may take. */
    @AttributeDefinition(name = "Quota of an owner in megabytes", min = "1")
    long quota_mb() default 10_240;
}
