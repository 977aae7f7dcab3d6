/** The screens of the beginning of the school year. */
@NullMarked
package org.preau.apps.rentree.view;

import org.jspecify.annotations.NullMarked;
