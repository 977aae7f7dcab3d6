/** The security switchboard: what an academy does within seconds when accounts are stolen in numbers, and what it notices. */
@NullMarked
package org.preau.core.security;

import org.jspecify.annotations.NullMarked;
