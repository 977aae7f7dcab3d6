package org.preau.api.saml;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Metadata of other parties: read, checked, refreshed in the background, the last good copy kept in the database.
 *
 * @since 1.0
 */
@ProviderType
public interface SamlParties {
    /** Begins to watch a document; never blocks on the network. */
    Watched watch(Source source);

    /**
     * Reads a document now.
     *
     * @throws SamlRefusedException when it is not the metadata of such a party
     */
    SamlParty read(byte[] document, Source source);

    /** What a party is. */
    enum Role {
        /** Proves who somebody is. */
        IDENTITY_PROVIDER,
        /** Asks who somebody is. */
        SERVICE_PROVIDER
    }

    /**
     * Where metadata comes from.
     *
     * @param name unique name under which the last good copy is kept: {@code signin.educonnect}, {@code sso.quiz}
     * @param role which of the document's parts counts
     * @param url its address; or
     * @param file the file that holds it
     * @param entityId whom to take from a document about several; needed there
     * @param certificate PEM file with the certificate that must have signed the document
     */
    record Source(
            String name,
            Role role,
            Optional<URI> url,
            Optional<Path> file,
            Optional<String> entityId,
            Optional<Path> certificate) {}

    /** A document that is watched. */
    @ProviderType
    interface Watched extends AutoCloseable {
        /** The party as last read, unless its validity is over; never blocks on the network. */
        Optional<SamlParty> current();

        /** The same, but waits for the very first reading, at most so long; for requests that come right after a start. */
        Optional<SamlParty> current(Duration atMost);

        /** What is wrong with the document, in English; empty when it was read. */
        Optional<String> trouble();

        /** Ends the watch. */
        @Override
        void close();
    }
}
