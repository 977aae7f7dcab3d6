/** The screens of the directory browser. */
@NullMarked
package org.preau.apps.people.view;

import org.jspecify.annotations.NullMarked;
