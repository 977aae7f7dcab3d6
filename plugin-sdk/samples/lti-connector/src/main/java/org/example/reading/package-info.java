/** A reading log behind the portal. */
@NullMarked
package org.example.reading;

import org.jspecify.annotations.NullMarked;
