/** A school library behind the portal. */
@NullMarked
package org.example.library;

import org.jspecify.annotations.NullMarked;
