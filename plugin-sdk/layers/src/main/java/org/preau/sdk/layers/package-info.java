/** What a plugin must not do, checked while its jar is made: a plugin of bnd, put to work by the parent POM of plugins. */
@NullMarked
package org.preau.sdk.layers;

import org.jspecify.annotations.NullMarked;
