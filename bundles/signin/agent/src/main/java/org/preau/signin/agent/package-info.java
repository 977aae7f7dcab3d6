/** The counter of the State's staff (guichet agent, ARENA), by OpenID Connect (322B). */
@NullMarked
package org.preau.signin.agent;

import org.jspecify.annotations.NullMarked;
