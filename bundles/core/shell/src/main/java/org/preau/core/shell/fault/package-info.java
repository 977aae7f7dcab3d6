/** What is shown instead of a view that failed, is not there, or not there any more. */
@NullMarked
package org.preau.core.shell.fault;

import org.jspecify.annotations.NullMarked;
