/** Commands about identities, lifecycle and accounts made by hand. */
@NullMarked
package org.preau.core.directory.command.person;

import org.jspecify.annotations.NullMarked;
