/** SDET category 4: the service knows its users; an opaque identifier leaves, nothing else. */
@NullMarked
package org.preau.connectors.category4;

import org.jspecify.annotations.NullMarked;
