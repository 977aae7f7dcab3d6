/** What a developer's loop ({@code preau dev}) says at the head of open pages. */
@NullMarked
package org.preau.core.shell.notice;

import org.jspecify.annotations.NullMarked;
