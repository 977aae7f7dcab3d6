/** Explains in words why a plugin is not there, and what to do about it. */
@NullMarked
package org.preau.core.doctor;

import org.jspecify.annotations.NullMarked;
