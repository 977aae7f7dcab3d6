/** What the operator asks about connectors. */
@NullMarked
package org.preau.core.connect.command;

import org.jspecify.annotations.NullMarked;
