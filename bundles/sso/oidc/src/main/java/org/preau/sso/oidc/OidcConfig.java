package org.preau.sso.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the OpenID Connect provider, {@code org.preau.sso.oidc.cfg}. */
@ObjectClassDefinition(name = "OpenID Connect", description = "Codes and tokens")
public @interface OidcConfig {
    /** Key {@code code.seconds}: how long a service has to redeem a code. */
    @AttributeDefinition(name = "Seconds a code lives", min = "10", max = "300")
    int code_seconds() default 60;

    /** Key {@code access.seconds}: how long an access token and an ID token are good. */
    @AttributeDefinition(name = "Seconds an access token lives", min = "60", max = "3600")
    int access_seconds() default 600;

    /** Key {@code refresh.hours}: how long a refresh token is good, at most as long as the portal session. */
    @AttributeDefinition(name = "Hours a refresh token lives", min = "1", max = "24")
    int refresh_hours() default 12;

    /** Key {@code device.days}: after how many days without use a device is signed out. */
    @AttributeDefinition(name = "Days an unused device stays signed in", min = "1", max = "365")
    int device_days() default 90;
}
