/** Decides who may do what: rules of the bundles that own the actions, memberships of the directory, grants of administrators. */
@NullMarked
package org.preau.core.authorisation;

import org.jspecify.annotations.NullMarked;
