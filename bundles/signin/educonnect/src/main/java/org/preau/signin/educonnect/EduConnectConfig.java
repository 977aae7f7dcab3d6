package org.preau.signin.educonnect;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the counter ÉduConnect, {@code org.preau.signin.educonnect.cfg}; without the file there is no such counter. */
@ObjectClassDefinition(name = "ÉduConnect", description = "Sign-in of pupils and guardians through ÉduConnect")
public @interface EduConnectConfig {
    /** Key {@code metadata.url}: address of ÉduConnect's metadata; or … */
    @AttributeDefinition(name = "Metadata: address", required = false)
    String metadata_url() default "";

    /** Key {@code metadata.file}: file that holds it. */
    @AttributeDefinition(name = "Metadata: file", required = false)
    String metadata_file() default "";

    /** Key {@code metadata.certificate}: PEM file of the certificate that signs the metadata; recommended with an address. */
    @AttributeDefinition(name = "Metadata: certificate", required = false)
    String metadata_certificate() default "";

    /** Key {@code entity.id}: our name towards ÉduConnect, as it was declared there; the address of our metadata when empty. */
    @AttributeDefinition(name = "Our entity id", required = false)
    String entity_id() default "";

    /** Key {@code provider.entity.id}: which provider of a document about several. */
    @AttributeDefinition(name = "Provider's entity id", required = false)
    String provider_entity_id() default "";

    /** Key {@code feeds}: the feeds whose keys {@code FrEduCtRefId} may name, comma list. */
    @AttributeDefinition(name = "Feeds")
    String feeds() default "aaf,aaf2d";
}
