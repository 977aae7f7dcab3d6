/**
 * The contract between the portal and an application. Register one {@link org.preau.api.app.PortalApplication} as a service: its tile, its views and what it contributes to the home page are there as
 * long as the service is.
 */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.app;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
