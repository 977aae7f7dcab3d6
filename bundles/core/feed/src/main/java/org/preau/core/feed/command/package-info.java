/** The operator's commands on feeds. */
@NullMarked
package org.preau.core.feed.command;

import org.jspecify.annotations.NullMarked;
