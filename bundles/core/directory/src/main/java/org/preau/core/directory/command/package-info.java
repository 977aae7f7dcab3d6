/** The directory's commands of the operator's command line. */
@NullMarked
package org.preau.core.directory.command;

import org.jspecify.annotations.NullMarked;
