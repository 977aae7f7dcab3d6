/** Publication hours of the portal. */
@Version("1.0.0")
@NullMarked
package org.preau.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
