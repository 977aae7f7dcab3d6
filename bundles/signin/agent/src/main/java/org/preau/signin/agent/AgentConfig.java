package org.preau.signin.agent;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the counter of the State's staff, {@code org.preau.signin.agent.cfg}: without that file the counter is not there. It names an {@code issuer} (OpenID Connect) or metadata (SAML), not both. */
@ObjectClassDefinition(
        name = "Agent counter",
        description = "Sign-in of the State's staff, by OpenID Connect or SAML 2.0")
public @interface AgentConfig {
    /** Key {@code issuer}: for OpenID Connect, the provider, as it names itself. */
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

    /** Key {@code metadata.url}: for SAML, address of the provider's metadata; or … */
    @AttributeDefinition(name = "Metadata: address", required = false)
    String metadata_url() default "";

    /** Key {@code metadata.file}: file that holds it. */
    @AttributeDefinition(name = "Metadata: file", required = false)
    String metadata_file() default "";

    /** Key {@code metadata.certificate}: PEM file of the certificate that signs the metadata; recommended with an address. */
    @AttributeDefinition(name = "Metadata: certificate", required = false)
    String metadata_certificate() default "";

    /** Key {@code entity.id}: our name towards the provider; the address of our metadata when empty. */
    @AttributeDefinition(name = "Our entity id", required = false)
    String entity_id() default "";

    /** Key {@code provider.entity.id}: which provider of a document about several. */
    @AttributeDefinition(name = "Provider's entity id", required = false)
    String provider_entity_id() default "";

    /** Key {@code profiles}: which of the State's staff may use it, comma list; the rule of the tender lets nobody else in, whatever is written (322B). */
    @AttributeDefinition(name = "Profiles")
    String profiles() default "TEACHER,HEAD,STAFF,INSPECTOR,ADVISER,ACADEMY";
}
