/** The home page in its four faces, fed by contributions alone. */
@NullMarked
package org.preau.core.shell.home;

import org.jspecify.annotations.NullMarked;
