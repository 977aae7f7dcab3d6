package org.preau.itests.peer;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.preau.driver.Portal;
import org.preau.driver.Waiting;

/** Somebody with a browser: goes from site to site, keeps each one's cookies, follows redirects and sends the forms that send themselves. */
public final class Visitor {
    private static final int HOPS = 25;

    public final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private String stop = "";

    public Visitor(SSLContext tls) {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Opens an address and goes where it leads. */
    public Page open(String address) {
        return settle(get(address));
    }

    /** Opens an address and stays there. */
    public Page get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html,*/*;q=0.8")
                .GET());
    }

    /** Fills in the first form of a page and goes where it leads. */
    public Page submit(Page page, Map<String, String> fields) {
        return settle(post(page.form(fields)));
    }

    /** Opens an address, signs in on whatever page asks for a password, accepts the charter, and goes where that leads. */
    public Page signIn(String address, Portal.Login login) {
        Page asked = open(address);
        if (!asked.asksForPassword()) {
            throw new AssertionError("no page to sign in on:\n" + asked);
        }
        return signIn(asked, login);
    }

    /** Signs in on that page. */
    public Page signIn(Page asked, Portal.Login login) {
        return accepting(submit(asked, Map.of("username", login.username(), "password", login.password())));
    }

    /** Accepts the portal's charter when that is the page, and goes on. */
    public Page accepting(Page page) {
        return page.at().getPath().endsWith("/charter") ? submit(page, Map.of()) : page;
    }

    /** Signs out of the portal and gives the page that says so, once every service was told. */
    public Page signOut(String portal) {
        Page page = submit(open(portal + "/signout"), Map.of());
        Page[] last = {page};
        if (page.at().getPath().startsWith("/connect/signedout/")) {
            Waiting.until("every service was told", Duration.ofSeconds(60), () -> {
                last[0] = get(page.at().toString());
                return !last[0].refreshes();
            });
        }
        last[0].frames().forEach(frame -> open(frame.toString()));
        return last[0];
    }

    /** Signs in on that page and gives the address below {@code end} that it leads to, without opening it. */
    public String signInUpTo(String end, Page asked, Portal.Login login) {
        stop = end;
        Page last = signIn(asked, login);
        stop = "";
        return last.redirect()
                .orElseThrow(() -> new AssertionError("never sent to " + end + ":\n" + last))
                .toString();
    }

    private Page settle(Page first) {
        Page page = first;
        for (int hop = 0; hop < HOPS; hop++) {
            if (!stop.isEmpty()
                    && page.redirect()
                            .filter(to -> to.toString().startsWith(stop))
                            .isPresent()) {
                return page;
            }
            if (page.redirect().isPresent()) {
                page = get(page.redirect().get().toString());
            } else if (page.sendsItself()) {
                page = post(page.form(Map.of()));
            } else {
                return page;
            }
        }
        throw new AssertionError("no end of redirects, the last:\n" + page);
    }

    private Page post(Page.Form form) {
        String fields = form.fields().entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        if (!form.post()) {
            return get(form.action() + (form.action().toString().contains("?") ? "&" : "?") + fields);
        }
        return send(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private Page send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(Duration.ofSeconds(60)).build();
        try {
            Page answer = Page.of(http.send(asked, BodyHandlers.ofString()));
            cookies.getCookieStore().getCookies().forEach(Visitor::asABrowserKeepsIt);
            return answer;
        } catch (IOException e) {
            throw new AssertionError(asked.uri() + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** On a loopback address a browser sends cookies that are marked secure; Java's store does not. */
    private static void asABrowserKeepsIt(HttpCookie cookie) {
        cookie.setSecure(false);
        cookie.setVersion(0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
