package org.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.contract.ConnectorContract;

/** The contract of connectors, and what this one promises to operators. */
class LibraryConnectorTest extends ConnectorContract {
    @Override
    protected ConnectorDeclaration declaration() {
        return with(Map.of());
    }

    private static LibraryConnector with(Map<String, String> settings) {
        return new LibraryConnector(FakeSettings.of(LibrarySettings.class, settings));
    }

    @Test
    void readsItsMetadataFromTheServiceUnlessTheOperatorHasAFile() {
        assertThat(declaration().connector().settings())
                .containsOnly(Map.entry("metadata.url", "https://library.example/saml/metadata"));
        assertThat(with(Map.of("metadata_file", "library.xml")).connector().settings())
                .containsOnly(Map.entry("metadata.file", "library.xml"));
    }

    @Test
    void isForTheSchoolsThatSubscribed() {
        assertThat(with(Map.of("structures", "0240001A, 0240002B")).connector().structures())
                .containsExactlyInAnyOrder("0240001A", "0240002B");
    }
}
