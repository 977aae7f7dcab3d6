/** Connectors declared by files {@code DIR/etc/org.preau.connector~<id>.cfg}. */
@NullMarked
package org.preau.core.connect.file;

import org.jspecify.annotations.NullMarked;
