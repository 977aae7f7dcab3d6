/** The portal's services as a test needs them: run a view, a service or a counter of a plugin without a container. Start with {@link org.preau.testkit.FakePortal}. */
@NullMarked
package org.preau.testkit;

import org.jspecify.annotations.NullMarked;
