package org.preau.core.shell.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.core.shell.markup.Markup;

class HomePartsTest {
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
