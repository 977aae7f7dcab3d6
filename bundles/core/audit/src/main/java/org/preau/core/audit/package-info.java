/** The audit trail in PostgreSQL, which itself refuses to change what was written. */
@NullMarked
package org.preau.core.audit;

import org.jspecify.annotations.NullMarked;
