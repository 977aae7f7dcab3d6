/** SDET category 1: free access, nothing about the user is sent. */
@NullMarked
package org.preau.connectors.category1;

import org.jspecify.annotations.NullMarked;
