/** Files of bundles: keys and quotas checked, then a back end keeps them; the one here is a folder. */
@NullMarked
package org.preau.core.storage;

import org.jspecify.annotations.NullMarked;
