package org.preau.core.shell.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aTileThatCannotBeOpenedIsNoLink() {
        Markup html = new Markup();
        new Tile("", "Nom", "home", "BLUE", true, 0, "Indisponible").draw(html);
        assertThat(html.toString()).startsWith("<div").contains("Indisponible").doesNotContain("href");
    }

    @Test
    void nothingIsDrawnWhereThereIsNothing() {
        assertThat(HomeParts.today(List.of())).isEmpty();
        assertThat(HomeParts.waiting(List.of())).contains("Rien n’attend");
    }
}
