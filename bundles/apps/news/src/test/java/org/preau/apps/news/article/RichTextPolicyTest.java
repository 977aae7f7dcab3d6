package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RichTextPolicyTest {
    @Test
    void keepsWhatTheEditorMakes() {
        assertThat(
                        RichTextPolicy.sanitise(
                                "<p>Un <strong>grand</strong> <em>jour</em><br />ici</p><ul><li>a</li></ul><ol><li>b</li></ol>"))
                .isEqualTo(
                        "<p>Un <strong>grand</strong> <em>jour</em><br />ici</p><ul><li>a</li></ul><ol><li>b</li></ol>");
    }

    @Test
    void turnsBoldAndItalicOfBrowsersIntoStrongAndEm() {
        assertThat(RichTextPolicy.sanitise("<div><b>a</b><i>b</i></div>"))
                .isEqualTo("<p><strong>a</strong><em>b</em></p>");
    }

    @Test
    void keepsLinksToPlacesOnTheWebOnly() {
        assertThat(RichTextPolicy.sanitise("<a href=\"https://example.org/a?b=c\">x</a>"))
                .contains("href=\"https://example.org/a?b&#61;c\"", "rel=\"noopener\"");
        assertThat(RichTextPolicy.sanitise("<a href=\"mailto:ecole@example.org\">x</a>"))
                .contains("mailto:ecole");
        for (String address : new String[] {
            "javascript:alert(1)",
            " jav\tascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "JaVaScRiPt:x",
            "&#106;avascript:x"
        }) {
            assertThat(RichTextPolicy.sanitise("<a href=\"" + address + "\">x</a>"))
                    .doesNotContain("href");
        }
    }

    @Test
    void takesOutEverythingElse() {
        for (String attack : new String[] {
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg onload=alert(1)>",
            "<iframe src=https://example.org></iframe>",
            "<style>p{}</style>",
            "<form action=/signout><input name=x></form>",
            "<math><mi xlink:href=javascript:x>",
            "<p style=\"position:fixed\" onclick=alert(1) id=x class=y></p>",
            "<object data=x></object><embed src=x>",
            "<base href=//example.org>",
            "<meta http-equiv=refresh content=0>"
        }) {
            assertThat(RichTextPolicy.sanitise(attack))
                    .doesNotContain("alert", "script", "<img", "<svg", "<iframe", "style", "<form", "<input")
                    .doesNotContain("onclick", "id=", "class=", "<math", "<object", "<embed", "<base", "<meta");
        }
    }

    @Test
    void givesTheFirstWordsAsPlainText() {
        assertThat(RichTextPolicy.plain("<p>L&#39;école est <strong>finie</strong>.</p><p>&lt;3</p>", 200))
                .isEqualTo("L'école est finie. <3");
        assertThat(RichTextPolicy.plain("<ul><li>un</li><li>deux</li></ul>", 200))
                .isEqualTo("un deux");
        assertThat(RichTextPolicy.plain("<p>" + "mot ".repeat(100) + "</p>", 30))
                .hasSizeLessThanOrEqualTo(30)
                .endsWith("mot…");
        assertThat(RichTextPolicy.plain("<p>&nbsp;</p><br>", 10)).isEmpty();
    }
}
