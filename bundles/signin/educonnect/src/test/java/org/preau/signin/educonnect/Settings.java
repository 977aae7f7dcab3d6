package org.preau.signin.educonnect;

import java.lang.annotation.Annotation;

/**
 * The counter's settings, of the feed {@code aaf}.
 *
 * @param metadata_file where the provider's metadata is
 * @param metadata_url or where it is fetched
 */
record Settings(String metadata_file, String metadata_url) implements EduConnectConfig {
    @Override
    public String metadata_certificate() {
        return "";
    }

    @Override
    public String entity_id() {
        return "";
    }

    @Override
    public String provider_entity_id() {
        return "";
    }

    @Override
    public String feeds() {
        return "aaf";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return EduConnectConfig.class;
    }
}
