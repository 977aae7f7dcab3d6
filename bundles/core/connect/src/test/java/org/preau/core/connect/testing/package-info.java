/** The portal around connectors, in memory or small: for the tests of this bundle and of protocols. */
@NullMarked
package org.preau.core.connect.testing;

import org.jspecify.annotations.NullMarked;
