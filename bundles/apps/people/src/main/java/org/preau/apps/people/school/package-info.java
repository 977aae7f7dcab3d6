/** Classes that a user may open, and who teaches in them. */
@NullMarked
package org.preau.apps.people.school;

import org.jspecify.annotations.NullMarked;
