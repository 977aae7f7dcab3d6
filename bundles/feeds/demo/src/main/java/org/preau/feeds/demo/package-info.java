/** Demonstration schools: six pilot schools of a fictitious académie, made by a generator of our own, with accounts ready for each profile. */
@NullMarked
package org.preau.feeds.demo;

import org.jspecify.annotations.NullMarked;
