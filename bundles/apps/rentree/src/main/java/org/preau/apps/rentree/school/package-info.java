/** How far a school is, and what its head decides on the way. */
@NullMarked
package org.preau.apps.rentree.school;

import org.jspecify.annotations.NullMarked;
