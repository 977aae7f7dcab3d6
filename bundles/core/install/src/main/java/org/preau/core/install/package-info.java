/** Hot deployment: keeps the framework in step with the jars in {@code DIR/deploy}. */
@NullMarked
package org.preau.core.install;

import org.jspecify.annotations.NullMarked;
