/** Second factors at the local counter: apps with codes, passkeys, recovery codes, codes by mail (611D). */
@NullMarked
package org.preau.signin.local.factor;

import org.jspecify.annotations.NullMarked;
