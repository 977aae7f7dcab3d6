package org.preau.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.preau.api.http.OutgoingCalls;

/** Calls by Java's own client. The client is made at the first call and again after a change of settings; a wrong {@code outgoing.trust} fails the calls, with what to mend, not the portal. */
@Component(service = OutgoingCalls.class, configurationPid = "org.preau.core.http")
public final class JdkOutgoingCalls implements OutgoingCalls {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration DOWNLOAD = Duration.ofSeconds(60);
    private static final int MOST_BYTES = 2_000_000;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);

    private final Duration answerWithin;
    private @Nullable HttpClient client;
    private @Nullable Path trust;

    /** For the service registry. */
    @Activate
    public JdkOutgoingCalls(OutgoingConfig config) {
        this(config.outgoing_trust(), ANSWER);
    }

    JdkOutgoingCalls(String trust, Duration answerWithin) {
        this.trust = fileOf(trust);
        this.answerWithin = answerWithin;
    }

    /** Takes changed settings from the next call on. */
    @Modified
    synchronized void modified(OutgoingConfig config) {
        trust = fileOf(config.outgoing_trust());
        client = null;
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        return send(address, HttpRequest.newBuilder().GET(), headers, MOST_BYTES, answerWithin);
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) throws IOException {
        return send(
                address,
                HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)).header("Content-Type", contentType),
                headers,
                MOST_BYTES,
                answerWithin);
    }

    @Override
    public byte[] download(URI address, int most) throws IOException {
        Answer answer = send(address, HttpRequest.newBuilder().GET(), Map.of(), most, DOWNLOAD);
        if (!answer.ok()) {
            throw new IOException(hostOf(address) + " answered " + answer.status());
        }
        return answer.body();
    }

    private Answer send(
            URI address, HttpRequest.Builder request, Map<String, String> headers, int most, Duration within)
            throws IOException {
        requireSafe(address);
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<byte[]>> sent =
                client().sendAsync(request.uri(address).timeout(within).build(), headersOnly -> new BoundedBody(most));
        try {
            return answer(sent.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(hostOf(address) + " did not answer within " + within.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(hostOf(address) + ": " + reasonOf(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while calling " + hostOf(address));
        } finally {
            sent.cancel(true);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return new Answer(
                response.statusCode(),
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT),
                response.body());
    }

    private static void requireSafe(URI address) throws IOException {
        String host = address.getHost();
        boolean safe = host != null
                && address.getRawUserInfo() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme())
                                && LOOPBACK.matcher(host).matches());
        if (!safe) {
            throw new IOException(
                    hostOf(address) + " is not called: want https, or http for a loopback host, and no user in it");
        }
    }

    private synchronized HttpClient client() throws IOException {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(TrustedAuthorities.context(trust))
                    .build();
            client = known;
        }
        return known;
    }

    private static @Nullable Path fileOf(String trust) {
        return trust.isBlank()
                ? null
                : Path.of(System.getProperty("karaf.etc", "etc")).resolve(trust.strip());
    }

    /** Without path and query: these may hold secrets. */
    private static String hostOf(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static String reasonOf(@Nullable Throwable cause) {
        return cause == null
                ? "no answer"
                : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
