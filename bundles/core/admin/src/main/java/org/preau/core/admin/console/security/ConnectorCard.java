package org.preau.core.admin.console.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Notice;

/** Suspends a connector on every node, lets users in again; each suspended one says so. */
final class ConnectorCard extends Div {
    private final SecurityDesk desk;
    private final SecurityScreen screen;
    private final Map<String, String> names;
    private final Div suspended = new Div();

    ConnectorCard(SecurityDesk desk, SecurityScreen screen, List<ConnectorStatus> all) {
        this.desk = desk;
        this.screen = screen;
        this.names = all.stream()
                .collect(Collectors.toMap(
                        each -> each.connector().id(),
                        each -> each.connector().name().in(screen.locale())));
        Card card = new Card(screen.text("connectors"));
        card.add(suspended);
        if (!all.isEmpty()) {
            List<String> ids = all.stream().map(each -> each.connector().id()).toList();
            Select<String> connector =
                    Choices.one(screen.text("connector"), ids, each -> names.getOrDefault(each, each));
            connector.setValue(ids.get(0));
            card.add(connector);
            card.add(screen.act("suspend", exercise -> {
                int count = desk.switchboard.suspendConnector(screen.subject(), connector.getValue(), exercise);
                list();
                return count;
            }));
        }
        add(card);
        list();
    }

    private void list() {
        suspended.removeAll();
        desk.switchboard.suspendedConnectors().stream().sorted().forEach(each -> {
            String name = names.getOrDefault(each, each);
            suspended.add(
                    new Paragraph(screen.text("suspended", name)), Buttons.plain(screen.text("resume", name), () -> {
                        if (screen.done(() -> desk.switchboard.resumeConnector(screen.subject(), each))) {
                            list();
                            Notice.info(screen.text("resumed", name));
                        }
                    }));
        });
    }
}
