/** What the build refuses (layers, registrations, technologies with one owner) and what it reports (requirements proved by tests). */
@NullMarked
package org.preau.checks;

import org.jspecify.annotations.NullMarked;
