package org.preau.core.persistence;

import java.lang.annotation.Annotation;

/** The configuration of a portal. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record FakeConfig(String url, String username, String password, String password_file, int pool_size)
        implements PersistenceConfig {
    FakeConfig() {
        this("", "preau", "", "", 4);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return PersistenceConfig.class;
    }
}
