/** What is known and what is missing before a school's year begins. */
@NullMarked
package org.preau.core.directory.readiness;

import org.jspecify.annotations.NullMarked;
