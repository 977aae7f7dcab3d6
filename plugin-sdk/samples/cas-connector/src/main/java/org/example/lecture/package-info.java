/** A reading service behind the portal. */
@NullMarked
package org.example.lecture;

import org.jspecify.annotations.NullMarked;
