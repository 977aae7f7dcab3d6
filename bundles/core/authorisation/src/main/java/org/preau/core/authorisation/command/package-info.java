/** Commands on grants. */
@NullMarked
package org.preau.core.authorisation.command;

import org.jspecify.annotations.NullMarked;
