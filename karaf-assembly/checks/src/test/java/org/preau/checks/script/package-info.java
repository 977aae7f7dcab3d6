/** The {@code preau} script, with a Java of the tests' own. */
@NullMarked
package org.preau.checks.script;

import org.jspecify.annotations.NullMarked;
