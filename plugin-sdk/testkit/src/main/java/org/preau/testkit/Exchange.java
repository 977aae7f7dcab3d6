package org.preau.testkit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response without a servlet container: what endpoints and pages use of them, anything else fails.
 *
 * <pre>{@code
 * Exchange exchange = Exchange.post("/signin/badge").parameter("number", "42");
 * endpoint.handle(exchange.request(), exchange.response());
 * assertThat(exchange.status()).isEqualTo(303);
 * }</pre>
 */
public final class Exchange {
    private final FakeRequest request;
    private final FakeResponse response = new FakeResponse();

    private Exchange(String method, String address) {
        request = new FakeRequest(method, address);
    }

    /** A GET; the servlet path is the first part of the path, the path info the rest. */
    public static Exchange get(String address) {
        return new Exchange("GET", address);
    }

    /** A POST. */
    public static Exchange post(String address) {
        return new Exchange("POST", address);
    }

    /** A request by another method. */
    public static Exchange of(String method, String address) {
        return new Exchange(method, address);
    }

    /** With a header. */
    public Exchange header(String name, String value) {
        FakeRequest.add(request.headers, name, value);
        return this;
    }

    /** With a parameter of a form; the same name again is a further value. Those of the query are there already. */
    public Exchange parameter(String name, String value) {
        FakeRequest.add(request.parameters, name, value);
        return this;
    }

    /** With a cookie. */
    public Exchange cookie(String name, String value) {
        request.cookies.add(new Cookie(name, value));
        return this;
    }

    /** From the same browser: with the cookies that an earlier answer set. */
    public Exchange after(Exchange earlier) {
        earlier.response.cookies.forEach(each -> cookie(each.getName(), each.getValue()));
        return this;
    }

    /** From that address. */
    public Exchange from(String address) {
        request.remote = address;
        return this;
    }

    /** In an HTTP session of the container's. */
    public Exchange inHttpSession() {
        request.session = true;
        return this;
    }

    /** Whether the HTTP session is still there, and not invalidated. */
    public boolean hasHttpSession() {
        return request.session;
    }

    /** The status answered. */
    public int status() {
        return response.status;
    }

    /** What was answered, as text. */
    public String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** What was answered. */
    public byte[] bytes() {
        return response.bytes();
    }

    /** The last value of a header of the answer, or null. */
    public @Nullable String answer(String name) {
        List<String> values = answers(name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** Where the answer leads the browser; empty when nowhere. */
    public String location() {
        String to = answer("Location");
        return to == null ? "" : to;
    }

    /** All values of a header of the answer. */
    public List<String> answers(String name) {
        return response.headers.getOrDefault(name, List.of());
    }

    /** The cookie the answer sets, or null. */
    public @Nullable Cookie answeredCookie(String name) {
        return response.cookies.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The cookies the answer sets. */
    public List<Cookie> answeredCookies() {
        return List.copyOf(response.cookies);
    }

    /** The request. */
    public HttpServletRequest request() {
        return request.servlet();
    }

    /** The response. */
    public HttpServletResponse response() {
        return response.servlet();
    }
}
