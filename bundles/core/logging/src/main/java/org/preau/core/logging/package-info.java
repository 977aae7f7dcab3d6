/** What one plugin may write into the log: enough to find its faults, too little to fill the disk and to hide everybody else's lines. */
@NullMarked
package org.preau.core.logging;

import org.jspecify.annotations.NullMarked;
