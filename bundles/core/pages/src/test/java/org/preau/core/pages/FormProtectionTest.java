package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.core.pages.sample.Sample;
import org.preau.testkit.Exchange;

/** Only forms of ours are accepted, from the browser they were made for. */
class FormProtectionTest extends PagesWorld {
    private static final Pattern TOKEN = Pattern.compile("name=\"preau_token\" value=\"([^\"]+)\"");

    @Test
    void acceptsAFormOfOursFromTheBrowserItWasMadeFor() throws IOException {
        Exchange page = form(Exchange.get("/signin"));

        pages.checkForm(post(cookieOf(page), tokenOf(page)).request());
        pages.checkForm(post(cookieOf(page), tokenOf(page))
                .header("Origin", "http://127.0.0.1:8080")
                .request());
        pages.checkForm(post(cookieOf(page), tokenOf(page))
                .header("Sec-Fetch-Site", "same-origin")
                .request());
    }

    @Test
    void keepsTheCookieOfTheBrowserSoThatTwoTabsWork() throws IOException {
        Exchange first = form(Exchange.get("/signin"));
        Exchange second = form(Exchange.get("/signin").cookie("preau_form", cookieOf(first)));

        assertThat(second.answeredCookie("preau_form")).isNull();
        pages.checkForm(post(cookieOf(first), tokenOf(first)).request());
        pages.checkForm(post(cookieOf(first), tokenOf(second)).request());
    }

    @Test
    void strangersGetOnePageEachWithHisOwnToken() throws IOException {
        Exchange first = form(Exchange.get("/signin"));
        Exchange second = form(Exchange.get("/signin"));

        assertThat(tokenOf(second)).isNotEqualTo(tokenOf(first));
        assertThat(second.body().replace(tokenOf(second), ""))
                .isEqualTo(first.body().replace(tokenOf(first), ""));
        assertThat(first.body()).doesNotContain(DrawnPage.GAP);
        pages.checkForm(post(cookieOf(second), tokenOf(second)).request());
    }

    @Test
    void refusesEveryOtherForm() throws IOException {
        Exchange page = form(Exchange.get("/signin"));
        Exchange other = form(Exchange.get("/signin"));
        String cookie = cookieOf(page);
        String token = tokenOf(page);

        refused(post(cookie, tokenOf(other)));
        refused(post(cookieOf(other), token));
        refused(post(cookie, ""));
        refused(post(cookie, "l.AAAA"));
        refused(post(cookie, "s." + token.substring(2)));
        refused(post("short", token));
        refused(Exchange.of("POST", "/signin").parameter("preau_token", token));
        refused(Exchange.get("/signin").cookie("preau_form", cookie).parameter("preau_token", token));
        refused(post(cookie, token).header("Origin", "https://evil.example"));
        refused(post(cookie, token).header("Origin", "null"));
        refused(post(cookie, token).header("Sec-Fetch-Site", "cross-site"));
        refused(post(cookie, token).header("Sec-Fetch-Site", "same-site"));
    }

    @Test
    void setsNoCookieForAPageWithoutForm() throws IOException {
        Exchange page = Exchange.get("/signin");
        pages.render(page.request(), page.response(), 200, Sample.class, "plain", Map.of("title", "T"));

        assertThat(page.answeredCookie("preau_form")).isNull();
    }

    @Test
    void marksCookiesSecureUnderHttps() throws IOException {
        Exchange page = Exchange.get("/signin");
        pages("https://ent.example")
                .render(page.request(), page.response(), 200, Sample.class, "form", Map.of("title", "T"));
        Cookie cookie = page.answeredCookie("preau_form");

        assertThat(cookie).isNotNull().satisfies(one -> {
            assertThat(one.getSecure()).isTrue();
            assertThat(one.isHttpOnly()).isTrue();
            assertThat(one.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    private void refused(Exchange exchange) {
        assertThatThrownBy(() -> pages.checkForm(exchange.request()))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    private static Exchange post(String cookie, String token) {
        return Exchange.of("POST", "/signin").cookie("preau_form", cookie).parameter("preau_token", token);
    }

    private static String cookieOf(Exchange page) {
        Cookie cookie = page.answeredCookie("preau_form");
        return cookie == null ? "" : cookie.getValue();
    }

    private static String tokenOf(Exchange page) {
        Matcher matcher = TOKEN.matcher(page.body());
        return matcher.find() ? matcher.group(1) : "";
    }
}
