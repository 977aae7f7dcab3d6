package org.preau.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client without script that keeps cookies and posts forms with their hidden fields, following nothing by itself. */
public final class PlainClient {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

    public final Portal portal;
    public final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final boolean shared;
    private Observer observer = (request, response, nanos) -> {};

    public PlainClient(Portal portal) {
        this.portal = portal;
        this.shared = false;
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** One of many users that share connections and threads: cookies stay his own. The shared client handles no cookies and follows no redirect. */
    public PlainClient(Portal portal, HttpClient shared) {
        if (shared.cookieHandler().isPresent() || shared.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("a shared client handles no cookies and follows no redirect");
        }
        this.portal = portal;
        this.shared = true;
        this.http = shared;
    }

    /** Tells every answer from now on, on the thread that asked. */
    public PlainClient observedBy(Observer watcher) {
        observer = watcher;
        return this;
    }

    /** The value of the Cookie header for a request to that path; empty when there are none. */
    public String cookieHeader(String path) {
        try {
            List<String> values = cookies.get(portal.uri(path), Map.of()).getOrDefault("Cookie", List.of());
            return String.join("; ", values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(BodyPublishers.ofString(body)).build());
    }

    /** Posts the first form of a page, its hidden fields kept, with these fields filled in. */
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form in " + page.uri() + ":\n" + page.body());
        }
        Map<String, String> values = new LinkedHashMap<>(hiddenFields(form.group(2)));
        values.putAll(fields);
        return post(form.group(1).replace("&amp;", "&"), values);
    }

    /** Signs in by the local counter and leaves the charter, if it comes, accepted. */
    public PlainClient signIn(Portal.Login login) {
        HttpResponse<String> answer =
                submit(get("/signin"), Map.of("username", login.username(), "password", login.password()));
        if (answer.statusCode() == 303 && location(answer).contains("charter")) {
            answer = submit(get(location(answer)), Map.of());
        }
        if (answer.statusCode() != 303 || cookie("preau").isEmpty()) {
            throw new AssertionError(
                    login.username() + " is not signed in: " + answer.statusCode() + "\n" + answer.body());
        }
        return this;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    public static Map<String, String> hiddenFields(String html) {
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(html);
        while (input.find()) {
            String tag = input.group();
            if (tag.contains("type=\"hidden\"")) {
                hidden.put(attribute(tag, "name"), attribute(tag, "value"));
            }
        }
        return hidden;
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            HttpRequest asked = shared ? withCookies(request) : request;
            long begun = System.nanoTime();
            HttpResponse<String> response = http.send(asked, BodyHandlers.ofString());
            long nanos = System.nanoTime() - begun;
            if (shared) {
                cookies.put(response.uri(), response.headers().map());
            }
            observer.answered(asked, response, nanos);
            return response;
        } catch (IOException e) {
            throw new AssertionError(request.uri() + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpRequest withCookies(HttpRequest request) {
        String header = cookieHeader(request.uri().getPath());
        return header.isEmpty()
                ? request
                : HttpRequest.newBuilder(request, (name, value) -> true)
                        .setHeader("Cookie", header)
                        .build();
    }

    private URI address(String path) {
        return path.startsWith("http") ? URI.create(path) : portal.uri(path);
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return found.find()
                ? found.group(1)
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&#x2F;", "/")
                        .replace("&#x3D;", "=")
                        .replace("&#x60;", "`")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Is told each answer and how long it took. */
    public interface Observer {
        void answered(HttpRequest request, HttpResponse<String> response, long nanos);
    }
}
