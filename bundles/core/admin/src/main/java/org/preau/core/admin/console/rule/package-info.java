/** Who may write to whom, in the console (614B). */
@NullMarked
package org.preau.core.admin.console.rule;

import org.jspecify.annotations.NullMarked;
