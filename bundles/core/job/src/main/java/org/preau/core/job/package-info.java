/** Jobs: kept in PostgreSQL, run once whatever the number of nodes, by db-scheduler. */
@NullMarked
package org.preau.core.job;

import org.jspecify.annotations.NullMarked;
