package org.preau.core.admin.console.security;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.UUID;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.Account;
import org.preau.api.signin.Switchboard.Finding;
import org.preau.ui.kit.Card;

/** The last things noticed about sign-ins. */
final class FindingsCard extends Div {
    private static final int SHOWN = 20;

    FindingsCard(SecurityDesk desk, SecurityScreen screen) {
        Card card = new Card(screen.text("findings"));
        List<Finding> latest = desk.switchboard
                .findings(screen.subject(), PageRequest.first(SHOWN))
                .items();
        if (latest.isEmpty()) {
            card.add(new Paragraph(screen.text("findings.none")));
        } else {
            UnorderedList list = new UnorderedList();
            latest.forEach(each -> list.add(new ListItem(
                    screen.text("finding." + each.kind(), who(desk, each), each.count(), screen.day(each.at())))));
            card.add(list);
        }
        add(card);
    }

    private static String who(SecurityDesk desk, Finding finding) {
        UUID account = finding.accountId();
        return account == null
                ? finding.network()
                : desk.accounts.byId(account).map(Account::login).orElse("–");
    }
}
