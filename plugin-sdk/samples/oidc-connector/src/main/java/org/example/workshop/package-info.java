/** A writing workshop behind the portal. */
@NullMarked
package org.example.workshop;

import org.jspecify.annotations.NullMarked;
