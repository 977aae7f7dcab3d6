/** For the tests of bundles that keep data: a real database, outside OSGi. */
@NullMarked
package org.preau.core.persistence.testing;

import org.jspecify.annotations.NullMarked;
