/** Of the test of the layer check. */
@NullMarked
package org.example.bad;

import org.jspecify.annotations.NullMarked;
