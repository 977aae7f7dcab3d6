package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Charter;
import org.preau.core.pages.sample.Sample;
import org.preau.testkit.Exchange;

class MustachePagesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"preau_token\" value=\"([^\"]+)\"");

    private final MustachePages pages = pages("http://127.0.0.1:8080");

    @Test
    void rendersInTheLayoutOfThePortalAndEscapes() throws IOException {
        Exchange page = form(Exchange.get("/signin/x"));

        assertThat(page.body())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"fr\">", "<title>T – Academie</title>", "<main id=\"main\">", "class=\"skip\"")
                .contains("&lt;script&gt;", "<li>un Bonjour</li>")
                .doesNotContain("<script>", "never");
        assertThat(page.answer("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("form-action", "unsafe");
        assertThat(page.answer("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void findsTextsByTheirWholeKey() throws IOException {
        assertThat(form(Exchange.get("/signin")).body())
                .contains("<p>Formulaire|Titre du formulaire|Seulement ici|!none!</p>");
        assertThat(form(Exchange.get("/signin").header("Accept-Language", "en")).body())
                .contains("<p>Form|Title of the form|Seulement ici|!none!</p>");
    }

    @Test
    void speaksTheLanguageChosenElseThatOfTheBrowserElseFrench() throws IOException {
        assertThat(language(Exchange.get("/signin"))).isEqualTo("fr");
        assertThat(language(Exchange.get("/signin").header("Accept-Language", "de,en,fr")))
                .isEqualTo("en");
        assertThat(language(Exchange.get("/signin").header("Accept-Language", "de")))
                .isEqualTo("fr");
        assertThat(language(
                        Exchange.get("/signin").header("Accept-Language", "en").cookie("preau_lang", "fr")))
                .isEqualTo("fr");
        Exchange chosen = form(Exchange.get("/signin?to=%2Fapp&lang=en").cookie("preau_lang", "fr"));
        assertThat(chosen.answer("Content-Language")).isEqualTo("en");
        Cookie kept = chosen.answeredCookie("preau_lang");
        assertThat(kept == null ? null : kept.getValue()).isEqualTo("en");
        assertThat(chosen.body()).contains("?to&#x3D;%2Fapp&amp;lang&#x3D;fr");
    }

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
    void allowsFramesAndAScriptOnlyToThePageThatHasThem() throws IOException {
        Exchange strict = Exchange.get("/signin");
        pages.render(strict.request(), strict.response(), 200, Sample.class, "plain", Map.of("title", "T"));
        Exchange page = Exchange.get("/signin");
        pages.render(
                page.request(),
                page.response(),
                200,
                Sample.class,
                "plain",
                Map.of(
                        "title", "T",
                        "frames", List.of("https://b.example/out?x=1", "https://a.example:8443/", "https://b.example/"),
                        "inline", "go()"));

        assertThat(strict.answer("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("frame-src", "script-src");
        assertThat(page.answer("Content-Security-Policy"))
                .endsWith("; frame-src 'self' https://a.example:8443 https://b.example"
                        + "; script-src 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='");
        assertThat(page.body()).contains("<script>go()</script>");
        assertThatThrownBy(() -> pages.render(
                        page.request(),
                        page.response(),
                        200,
                        Sample.class,
                        "plain",
                        Map.of("title", "T", "frames", List.of("https://x; script-src *"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsAFrameOfOursPostToAService() throws IOException {
        Exchange page = Exchange.get("/signin");
        pages.render(
                page.request(),
                page.response(),
                200,
                Sample.class,
                "plain",
                Map.of("title", "T", "frames", List.of("/sso/saml/front?visit=x", "https://a.example/")));

        assertThat(page.answer("Content-Security-Policy"))
                .endsWith("; frame-src 'self' http: https: https://a.example");
        assertThatThrownBy(() -> pages.render(
                        page.request(),
                        page.response(),
                        200,
                        Sample.class,
                        "plain",
                        Map.of("title", "T", "frames", List.of("//evil.example/;x"))))
                .isInstanceOf(IllegalArgumentException.class);
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

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void tellsWhatHappenedInBothLanguages(ErrorCode code) throws IOException {
        for (String language : List.of("fr", "en")) {
            Exchange page = Exchange.get("/app").header("Accept-Language", language);
            pages.error(page.request(), page.response(), new PortalException(code, "inner detail", null));

            assertThat(page.status()).isEqualTo(code.httpStatus());
            assertThat(page.body()).doesNotContain("!" + code).doesNotContain("inner detail");
        }
    }

    @Test
    void answersProgramsInJson() throws IOException {
        Exchange page = Exchange.get("/api/x").header("Accept", "application/json");
        pages.error(page.request(), page.response(), new PortalException(ErrorCode.NOT_FOUND, "x", null));

        assertThat(page.body()).isEqualTo("{\"error\":\"NOT_FOUND\"}");
        assertThat(page.status()).isEqualTo(404);
    }

    private void refused(Exchange exchange) {
        assertThatThrownBy(() -> pages.checkForm(exchange.request()))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    private @Nullable String language(Exchange exchange) throws IOException {
        return form(exchange).answer("Content-Language");
    }

    private Exchange form(Exchange page) throws IOException {
        pages.render(
                page.request(),
                page.response(),
                200,
                Sample.class,
                "form",
                Map.of("title", "T", "who", "<script>", "empty", "", "list", List.of(Map.of("name", "un"))));
        return page;
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

    private static MustachePages pages(String origin) {
        return new MustachePages(new FakeCharter(), new FakeResources(), new FakeAddress(URI.create(origin)));
    }

    private record FakeCharter() implements Charter {
        @Override
        public String name() {
            return "Academie";
        }

        @Override
        public String accent() {
            return "#123456";
        }

        @Override
        public String logoUrl() {
            return "";
        }

        @Override
        public List<String> styleSheets() {
            return List.of("/res/tokens.css");
        }
    }

    private record FakeAddress(URI origin) implements PublicAddress {
        @Override
        public String clientOf(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @Override
        public String safeReturn(@Nullable String wanted) {
            return "/";
        }
    }
}
