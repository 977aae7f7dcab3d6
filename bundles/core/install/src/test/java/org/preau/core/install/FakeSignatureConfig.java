package org.preau.core.install;

import java.lang.annotation.Annotation;

/** Settings of a test. */
record FakeSignatureConfig(
        String unsigned, String unsigned_deploy, String trust_store, String trust_password, int ready_seconds)
        implements SignatureConfig {
    /** What is so without a file. */
    static final FakeSignatureConfig DEFAULT =
            new FakeSignatureConfig("refuse", "allow", "extensions-trust.p12", "changeit", 1);

    /** Everything may. */
    static final FakeSignatureConfig LENIENT =
            new FakeSignatureConfig("allow", "allow", "extensions-trust.p12", "changeit", 1);

    @Override
    public Class<? extends Annotation> annotationType() {
        return SignatureConfig.class;
    }
}
