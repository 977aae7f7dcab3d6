/** The screens of the administrators' console. */
@NullMarked
package org.preau.core.admin.view;

import org.jspecify.annotations.NullMarked;
