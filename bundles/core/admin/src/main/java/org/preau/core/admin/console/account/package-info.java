/** Accounts in the console: those asked for by hand, those that end, those of people who left. */
@NullMarked
package org.preau.core.admin.console.account;

import org.jspecify.annotations.NullMarked;
