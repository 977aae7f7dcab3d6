package org.preau.signin.agent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the counter of the State's staff, {@code org.preau.signin.agent.cfg}: without that file the counter is not there. */
@ObjectClassDefinition(name = "Agent counter", description = "Sign-in of the State's staff by OpenID Connect")
public @interface AgentConfig {
    /** Key {@code issuer}: the provider, as it names itself. */
    @AttributeDefinition(name = "Issuer")
    String issuer() default "";

    /** Key {@code client.id}: the portal's name there. */
    @AttributeDefinition(name = "Client id")
    String client_id() default "";

    /** Key {@code client.secret}: its secret, best as {@code $[env:…]}. */
    @AttributeDefinition(name = "Client secret")
    String client_secret() default "";

    /** Key {@code scope}: what is asked for besides {@code openid}. */
    @AttributeDefinition(name = "Scopes")
    String scope() default "email profile";

    /** Key {@code profiles}: who may use it, comma list (322B). */
    @AttributeDefinition(name = "Profiles")
    String profiles() default "TEACHER,HEAD,STAFF,INSPECTOR,ADVISER,ACADEMY";
}
