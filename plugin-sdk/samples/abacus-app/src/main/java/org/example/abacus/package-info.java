/** An abacus: a component whose browser part is an ES module of this bundle. The files of the folder {@code res} are served below {@code /res/<symbolic name>/<version>/}. */
@NullMarked
@Header(name = "Preau-Resources", value = "res")
package org.example.abacus;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Header;
