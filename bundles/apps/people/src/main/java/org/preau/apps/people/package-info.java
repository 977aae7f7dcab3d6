/** The directory browser: who is in my class and my school (41C). */
@NullMarked
package org.preau.apps.people;

import org.jspecify.annotations.NullMarked;
