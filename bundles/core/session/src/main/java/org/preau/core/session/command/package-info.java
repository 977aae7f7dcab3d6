/** The operator's commands on sessions. */
@NullMarked
package org.preau.core.session.command;

import org.jspecify.annotations.NullMarked;
