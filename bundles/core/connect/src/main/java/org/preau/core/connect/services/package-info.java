/** "My services": what each service receives of a user and his children, and what was agreed to, taken back by one button. */
@NullMarked
package org.preau.core.connect.services;

import org.jspecify.annotations.NullMarked;
