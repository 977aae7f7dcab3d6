/** Events between bundles and nodes: written in the transaction, delivered after its commit, here at once and elsewhere by NOTIFY. */
@NullMarked
package org.preau.core.event;

import org.jspecify.annotations.NullMarked;
