package org.preau.core.extensions.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.preau.api.extension.Extension;
import org.preau.api.extension.InstalledJar;
import org.preau.ui.kit.Card;

/** Who made it, who signed it, how it came. */
final class FactsCard extends Div {
    private final DescriptionList list = new DescriptionList();
    private final Screen screen;

    FactsCard(Screen screen, Extension one) {
        this.screen = screen;
        InstalledJar jar = one.jar();
        list.addClassName("extensions-facts");
        fact("id", one.id());
        fact("version", jar.version());
        fact("maker", jar.provider().isEmpty() ? screen.text("fact.maker.none") : jar.provider());
        fact("description", jar.description());
        String detail = jar.signature().detail();
        fact("signature", screen.signature(jar.signature()) + (detail.isEmpty() ? "" : " (" + detail + ")"));
        fact("source", screen.text("source." + one.source()));
        Instant since = one.since();
        fact("since", since == null ? "" : screen.moment(since));
        fact("file", jar.file());
        fact("hash", jar.sha256());
        Card card = new Card(screen.text("one.facts"));
        card.add(list);
        add(card);
    }

    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            list.add(new Term(screen.text("fact." + key)), new Description(value));
        }
    }
}
