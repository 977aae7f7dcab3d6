/** Backups of the whole instance: database, files, configuration, keys (74A-H). Restored by {@code ./preau restore}. */
@NullMarked
package org.preau.core.backup;

import org.jspecify.annotations.NullMarked;
