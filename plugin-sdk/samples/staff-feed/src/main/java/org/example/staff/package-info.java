/** The people whom a commune sends into its schools (ATSEM, canteen), from a table of its own. */
@NullMarked
package org.example.staff;

import org.jspecify.annotations.NullMarked;
