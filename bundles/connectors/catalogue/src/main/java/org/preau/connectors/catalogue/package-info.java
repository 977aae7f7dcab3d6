/** The public catalogue of connectors (3113-6): those of the running platform, and those it can bring. */
@NullMarked
package org.preau.connectors.catalogue;

import org.jspecify.annotations.NullMarked;
