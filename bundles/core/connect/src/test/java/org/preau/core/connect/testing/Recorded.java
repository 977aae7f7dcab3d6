package org.preau.core.connect.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.signin.PortalSession;

/** The parts around the provider that others make, in memory: the exchange log, visits, and servers that the portal calls. */
public final class Recorded implements Exchanges, ServiceVisits, OutgoingCalls {
    /** Steps that worked, {@code connector step}. */
    public final List<String> done = new CopyOnWriteArrayList<>();
    /** Steps that were refused, {@code connector step reason}. */
    public final List<String> refused = new CopyOnWriteArrayList<>();
    /** Visits noted. */
    public final List<Visit> visits = new CopyOnWriteArrayList<>();
    /** What was posted, {@code address type body}. */
    public final List<String> posted = new CopyOnWriteArrayList<>();
    /** What is to be had by a GET. */
    public final Map<URI, String> documents = new ConcurrentHashMap<>();
    /** What a POST is answered. */
    public volatile int status = 200;

    @Override
    public void done(String connectorId, String step) {
        done.add(connectorId + " " + step);
    }

    @Override
    public void refused(String connectorId, String step, String reason) {
        refused.add(connectorId + " " + step + " " + reason);
    }

    @Override
    public void note(PortalSession session, Connector connector, String handle) {
        visits.add(new Visit(session.id(), connector, handle));
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        String document = documents.get(address);
        if (document == null) {
            throw new IOException("nobody answers");
        }
        return new Answer(200, "application/json", document.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) {
        posted.add(address + " " + contentType + " " + new String(body, StandardCharsets.UTF_8));
        return new Answer(status, "", new byte[0]);
    }
}
