/** The administrators' console: an application like any other, over the services of the core. */
@NullMarked
package org.preau.core.admin;

import org.jspecify.annotations.NullMarked;
