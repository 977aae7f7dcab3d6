package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.core.pages.sample.Sample;
import org.preau.testkit.Exchange;

/** Layout, texts, language and failures of pages outside the shell. */
class MustachePagesTest extends PagesWorld {
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

    private @Nullable String language(Exchange exchange) throws IOException {
        return form(exchange).answer("Content-Language");
    }
}
