/** Feed ONDE: reads the tables of pupils, guardians and teachers that heads take out of ONDE, when the AAF is late. */
@NullMarked
package org.preau.feeds.onde;

import org.jspecify.annotations.NullMarked;
