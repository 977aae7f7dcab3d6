package org.preau.sso.cas;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.preau.api.http.OutgoingCalls;

/** Services that answer with the status a test says; remembers what they were asked. */
final class FakeCalls implements OutgoingCalls {
    final List<URI> gets = new CopyOnWriteArrayList<>();
    final List<String> posts = new CopyOnWriteArrayList<>();
    volatile Function<URI, Integer> services = address -> 200;

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        gets.add(address);
        return answer(address);
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) throws IOException {
        posts.add(address + " " + contentType + " " + new String(body, StandardCharsets.UTF_8));
        return answer(address);
    }

    private Answer answer(URI address) throws IOException {
        int status = services.apply(address);
        if (status == 0) {
            throw new IOException("nobody is there");
        }
        return new Answer(status, "text/plain", new byte[0]);
    }
}
