/** Messages: how they travel, what they say, whether they are believed. */
@NullMarked
package org.preau.core.saml.message;

import org.jspecify.annotations.NullMarked;
