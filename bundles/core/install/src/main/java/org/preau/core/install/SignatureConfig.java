package org.preau.core.install;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/org.preau.extensions.cfg}. */
@ObjectClassDefinition(name = "Extensions", description = "Which extensions may be installed")
@interface SignatureConfig {
    /** What is done with an upload, or a jar of the catalogue, that nobody trusted has signed: {@code refuse} or {@code allow}. */
    @AttributeDefinition(name = "Unsigned uploads")
    String unsigned() default "refuse";

    /** The same for a file in the deploy folder: who can write there can write to the settings as well. */
    @AttributeDefinition(name = "Unsigned files in the deploy folder")
    String unsigned_deploy() default "allow";

    /** PKCS#12 file with the certificates of trusted makers and authorities, relative to the settings. */
    @AttributeDefinition(name = "Trust store")
    String trust_store() default "extensions-trust.p12";

    /** What opens it; it holds no secret. */
    @AttributeDefinition(name = "Password of the trust store")
    String trust_password() default "changeit";

    /** How long an update may take to become ready before the version before it comes back. */
    @AttributeDefinition(name = "Seconds to become ready")
    int ready_seconds() default 15;
}
