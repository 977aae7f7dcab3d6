package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawnPageTest {
    private final Templates templates = new Templates();
    private final AtomicInteger drawn = new AtomicInteger();

    @Test
    void fillsEveryGap() {
        DrawnPage page = new DrawnPage(DrawnPage.GAP + "<p>é</p>" + DrawnPage.GAP);
        assertThat(page.hasGaps()).isTrue();
        assertThat(text(page)).isEqualTo("[x]<p>é</p>[x]");
        assertThat(new DrawnPage("plain").hasGaps()).isFalse();
        assertThat(text(new DrawnPage("plain"))).isEqualTo("plain");
    }

    @Test
    void isDrawnOnceForEqualValuesAndAgainForOthers() {
        assertThat(text(kept("a"))).isEqualTo(text(kept("a"))).isEqualTo("a");
        assertThat(drawn).hasValue(1);
        assertThat(text(kept("b"))).isEqualTo("b");
        assertThat(drawn).hasValue(2);
    }

    @Test
    void neverMoreThanAFewAreKept() {
        for (int i = 0; i < 1_000; i++) {
            kept("page " + i);
        }
        kept("page 999");
        assertThat(drawn).hasValue(1_000);
        kept("page 0");
        assertThat(drawn).hasValue(1_001);
    }

    private DrawnPage kept(String title) {
        DrawnPage.Source source = new DrawnPage.Source(
                "page",
                Locale.FRENCH,
                "/signin",
                List.of("Academie", ""),
                Map.of("title", title, "counters", List.of(Map.of("id", "local"))));
        return templates.kept(DrawnPageTest.class, source, same -> {
            drawn.incrementAndGet();
            return new DrawnPage(title);
        });
    }

    private static String text(DrawnPage page) {
        return new String(page.filled("[x]"), StandardCharsets.UTF_8);
    }
}
