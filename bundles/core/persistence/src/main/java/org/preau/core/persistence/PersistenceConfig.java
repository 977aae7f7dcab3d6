package org.preau.core.persistence;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code org.preau.core.persistence.cfg}: where the database is. Without an address, here or in the environment, the portal runs its own. */
@ObjectClassDefinition(name = "Database", description = "The portal's PostgreSQL; nothing for the embedded one")
@interface PersistenceConfig {
    /** Address; {@code PREAU_DB_URL} in the environment wins. */
    @AttributeDefinition(name = "JDBC address", description = "jdbc:postgresql://host:port/database")
    String url() default "";

    /** Role; {@code PREAU_DB_USER} in the environment wins. */
    @AttributeDefinition(name = "Role")
    String username() default "preau";

    /** Password; {@code PREAU_DB_PASSWORD} in the environment wins. */
    @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD)
    String password() default "";

    /** Key {@code password.file}: a file that holds the password alone, read at each start. */
    @AttributeDefinition(name = "File that holds the password")
    String password_file() default "";

    /** Key {@code pool.size}. */
    @AttributeDefinition(name = "Connections of the pool", min = "4", max = "200")
    int pool_size() default 20;
}
