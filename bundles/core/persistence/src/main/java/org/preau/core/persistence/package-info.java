/** The owner of the database: the embedded server, the pool, the units with their migrations, and transactions. Nobody else sees EclipseLink or Flyway. */
@NullMarked
package org.preau.core.persistence;

import org.jspecify.annotations.NullMarked;
