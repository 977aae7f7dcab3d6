/** The trail for a judge: JSON lines that can be recomputed, CSV that can be read, both signed. */
@NullMarked
package org.preau.core.audit.export;

import org.jspecify.annotations.NullMarked;
