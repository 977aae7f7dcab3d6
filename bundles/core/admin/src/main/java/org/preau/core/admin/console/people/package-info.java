/** People in the console: search, one person's file, blocking and erasing. */
@NullMarked
package org.preau.core.admin.console.people;

import org.jspecify.annotations.NullMarked;
