/** The operator's commands on local accounts. */
@NullMarked
package org.preau.signin.local.command;

import org.jspecify.annotations.NullMarked;
