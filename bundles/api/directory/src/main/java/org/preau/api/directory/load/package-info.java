/** How feeds load the directory: a feed parses and normalises, the directory stages, compares and applies. */
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.load;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
