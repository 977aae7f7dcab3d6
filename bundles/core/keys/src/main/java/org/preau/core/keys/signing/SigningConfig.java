package org.preau.core.keys.signing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of signing keys, {@code org.preau.core.keys.cfg}. */
@ObjectClassDefinition(name = "Signing keys", description = "Keys that sign towards services")
public @interface SigningConfig {
    /** Key {@code signing.bits}: size of new RSA keys; at least 3072 from 2030 on, whatever stands here (ADR 0009). Keys there are stay until they are rotated. */
    @AttributeDefinition(name = "Bits of new signing keys", min = "2048", max = "4096")
    int signing_bits() default 2048;
}
