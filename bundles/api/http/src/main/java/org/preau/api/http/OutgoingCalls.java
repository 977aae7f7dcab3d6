package org.preau.api.http;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Calls that the portal itself makes to other servers: metadata, keys, back-channel messages. The caller gives only addresses that an operator or a connector declares. No redirect is followed, no
 * cookie kept, no proxy credential sent; https, or http for loopback hosts; 5 seconds to connect, 10 for the answer, at most 2 MB of it. Safe on any thread; blocks, so never on a request's thread without need.
 *
 * @since 1.0
 */
@ProviderType
public interface OutgoingCalls {
    /** Fetches a document. */
    Answer get(URI address, Map<String, String> headers) throws IOException;

    /** Posts a body. */
    Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) throws IOException;

    /**
     * Fetches a larger file, within a minute.
     *
     * @param most bytes; more is an {@code IOException}
     * @return a 2xx answer; any other status is an {@code IOException}
     * @since 1.1
     */
    default byte[] download(URI address, int most) throws IOException {
        Answer answer = get(address, Map.of());
        if (!answer.ok() || answer.body().length > most) {
            throw new IOException(address.getHost() + " answered " + answer.status());
        }
        return answer.body();
    }

    /**
     * What came back, whatever its status.
     *
     * @param status HTTP status
     * @param contentType its type, lower case without parameters; empty when not told
     * @param body at most 2 MB; more is an {@code IOException}
     */
    record Answer(int status, String contentType, byte[] body) {
        /** Whether it is a 2xx. */
        public boolean ok() {
            return status / 100 == 2;
        }
    }
}
