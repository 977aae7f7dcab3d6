/** The CAS protocol (1.0, 2.0, 3.0) towards third-party services: login, logout, validation of service tickets. */
@NullMarked
package org.preau.sso.cas;

import org.jspecify.annotations.NullMarked;
