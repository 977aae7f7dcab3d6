/** Accounts and their logins. */
@NullMarked
package org.preau.core.directory.account;

import org.jspecify.annotations.NullMarked;
