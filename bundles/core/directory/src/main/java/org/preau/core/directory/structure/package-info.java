/** What administrators make by hand: structures and their links, groups; and lists of people over many structures. */
@NullMarked
package org.preau.core.directory.structure;

import org.jspecify.annotations.NullMarked;
