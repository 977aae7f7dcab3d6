/** A sign-in counter for tests: whoever knows the word of the instance signs in as the login he types. Never on a portal with real people. */
@NullMarked
package org.example.badge;

import org.jspecify.annotations.NullMarked;
