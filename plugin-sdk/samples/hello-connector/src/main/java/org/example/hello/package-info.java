/** A free resource behind the portal. */
@NullMarked
package org.example.hello;

import org.jspecify.annotations.NullMarked;
