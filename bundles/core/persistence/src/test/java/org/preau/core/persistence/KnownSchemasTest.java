package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

class KnownSchemasTest {
    private final Set<String> inUse = new HashSet<>();
    private TestDatabase database;
    private Tx tx;
    private KnownSchemas schemas;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        tx = database.tx("sample", Note.class, List.of());
        schemas = new KnownSchemas(inUse::contains, database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsASchemaAfterItsBundleIsGoneAndWhatItTakes() {
        assertThat(schemas.names()).containsExactly("sample");
        assertThat(schemas.bytes("sample")).isPositive();
        assertThat(schemas.bytes("nobody")).isZero();
    }

    @Test
    void dropsItWithinTheCallersTransaction() {
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    schemas.drop("sample");
                    throw new IllegalStateException("changed his mind");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(schemas.names()).contains("sample");

        tx.writeSql(connection -> {
            schemas.drop("sample");
            return 0;
        });
        assertThat(schemas.names()).isEmpty();
        schemas.drop("sample");
    }

    @Test
    void keepsWhatABundleUses() {
        inUse.add("sample");
        assertThatThrownBy(() -> schemas.drop("sample"))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("in use");
        assertThat(schemas.names()).contains("sample");
    }
}
