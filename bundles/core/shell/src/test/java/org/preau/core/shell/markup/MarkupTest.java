package org.preau.core.shell.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void whatApplicationsAndPeopleWriteIsEscaped() {
        String html = new Markup()
                .open("a", "href", "/app/x\" onclick=\"alert(1)", "class", "")
                .text("<script>alert('1')</script> & co")
                .close("a")
                .toString();
        assertThat(html)
                .isEqualTo(
                        "<a href=\"/app/x&quot; onclick=&quot;alert(1)\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; co</a>");
    }

    @Test
    void initialsOfAStrangeNameAreEscaped() {
        assertThat(new Markup().avatar("\"><b 'x").toString()).contains("data-initials=\"&quot;&#39;\"");
    }

    @Test
    void whatIsDrawnIsOneNodeOfTheSession() {
        Drawn drawn = new Drawn("a", "preau-tool", "href", "/help")
                .show(new Markup().icon("home").words("span", "", "Aide <1>"));
        assertThat(drawn.getElement().getChildCount()).isZero();
        assertThat(drawn.getElement().getOuterHTML()).contains("href=\"/help\"").contains("Aide &lt;1&gt;");
    }
}
