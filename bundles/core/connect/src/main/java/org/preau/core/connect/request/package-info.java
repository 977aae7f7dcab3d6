/** Connectors that are asked for, validated by the academy, and opened. */
@NullMarked
package org.preau.core.connect.request;

import org.jspecify.annotations.NullMarked;
