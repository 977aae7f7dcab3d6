/** The directory on PostgreSQL: people, structures, accounts; reads minimised for who asks. */
@NullMarked
package org.preau.core.directory;

import org.jspecify.annotations.NullMarked;
