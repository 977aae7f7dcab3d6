/**
 * The components of the portal's shell that applications use, so that what they show looks native: page header, list, card, form, notice, empty state. Built over Vaadin; the look is {@code res/kit.css},
 * which the shell loads on every page.
 */
@Stability(Stability.Level.STABLE)
@Version("1.1.0")
@NullMarked
package org.preau.ui.kit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
