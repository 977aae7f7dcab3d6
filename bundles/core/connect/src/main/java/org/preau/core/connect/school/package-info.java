/** In which of several schools a user goes to a service that starts the sign-in itself. */
@NullMarked
package org.preau.core.connect.school;

import org.jspecify.annotations.NullMarked;
