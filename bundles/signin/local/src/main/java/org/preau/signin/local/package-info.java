/** The local sign-in counter: login and password, activation, and what helps users who lost either. */
@NullMarked
package org.preau.signin.local;

import org.jspecify.annotations.NullMarked;
