/** Of the test of the layer check. */
@NullMarked
package org.example.good;

import org.jspecify.annotations.NullMarked;
