/** Who may write to whom: settings and exceptions on PostgreSQL, kept in memory; answers from memberships. */
@NullMarked
package org.preau.core.communication;

import org.jspecify.annotations.NullMarked;
