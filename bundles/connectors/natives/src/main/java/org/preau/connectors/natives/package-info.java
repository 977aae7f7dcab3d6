/** The native connectors (3113-7): digital commons, the State's services, and examples for collectivities, each a file of this bundle. */
@NullMarked
package org.preau.connectors.natives;

import org.jspecify.annotations.NullMarked;
