package org.preau.core.http;

/** The settings of {@code org.preau.core.http.cfg} for calls to other servers. */
@interface OutgoingConfig {
    /** {@code outgoing.trust}: a PEM file of authorities believed beside Java's own, for services of a private network; a relative name is below {@code DIR/etc}. */
    String outgoing_trust() default "";
}
