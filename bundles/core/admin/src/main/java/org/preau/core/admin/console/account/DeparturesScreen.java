package org.preau.core.admin.console.account;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.FileNotFoundException;
import java.util.Optional;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Texts;
import org.preau.api.directory.lifecycle.Departure;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.api.directory.request.Expiry;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.TableFile;

/** Accounts about to be archived or erased, those made by hand that end soon, and what was erased (612A, 621D, 74I). */
public final class DeparturesScreen extends ConsolePage {
    private static final Texts TEXTS = Texts.of(DeparturesScreen.class);
    private static final int AHEAD = 60;

    private final AccountDesk desk;

    /** The lists for this user. */
    public DeparturesScreen(AccountDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("departures"), text("departures.subtitle"));
        add(leaving(), ending());
        if (!desk.perimeters.of(user(), Lifecycle.ERASE).isEmpty()) {
            add(certificates());
        }
    }

    private Card leaving() {
        Card card = new Card(text("leaving"));
        card.add(new DataTable<Departure>(
                        text("leaving"), (sort, page) -> desk.lifecycle.departures(subject(), Optional.empty(), page))
                .component(text("name"), each -> Links.to(HOME + "/person/" + each.personId(), each.name()))
                .text(text("profile"), each -> name(each.profile()))
                .text(text("schools"), each -> String.join(", ", each.schools()))
                .text(text("state"), each -> name(each.state()))
                .text(text("since"), each -> day(each.since()))
                .text(text("next"), each -> day(each.next()))
                .empty(new EmptyState(Picture.DONE, text("leaving.none"))));
        if (desk.lifecycle
                        .departures(subject(), Optional.empty(), PageRequest.first(1))
                        .total()
                == 0) {
            return card;
        }
        card.add(new TableFile<Departure>(
                        text("leaving.file"), page -> desk.lifecycle.departures(subject(), Optional.empty(), page))
                .column(text("name"), Departure::name)
                .column(text("profile"), each -> name(each.profile()))
                .column(text("schools"), each -> String.join(", ", each.schools()))
                .column(text("state"), each -> name(each.state()))
                .column(text("since"), each -> day(each.since()))
                .column(text("next"), each -> day(each.next()))
                .links());
        return card;
    }

    private Card ending() {
        Card card = new Card(text("ending"));
        card.add(new ItemList<Expiry>(
                        page -> desk.requests.expiring(subject(), Optional.empty(), AHEAD, page),
                        each -> new Item(each.name())
                                .detail(name(each.profile()) + " · " + each.structure())
                                .meta(day(each.until()))
                                .href(HOME + "/person/" + each.personId()))
                .label(text("ending"))
                .empty(new Div(text("ending.none", AHEAD))));
        return card;
    }

    private Card certificates() {
        Card card = new Card(text("certificates"));
        card.add(new ItemList<ErasureCertificate>(
                        page -> desk.lifecycle.certificates(subject(), page), each -> new Item(each.reason())
                                .detail(text("rule." + each.rule()) + " · " + each.id())
                                .meta(day(each.at()))
                                .trailing(file(each)))
                .label(text("certificates"))
                .empty(new Div(text("certificates.none"))));
        return card;
    }

    private Anchor file(ErasureCertificate certificate) {
        DownloadHandler handler = event -> {
            byte[] bytes = desk.lifecycle
                    .download(subject(), certificate.id())
                    .orElseThrow(() -> new FileNotFoundException("certificate"));
            event.setFileName(text("certificate.file") + "-" + certificate.id() + ".json");
            event.setContentType("application/json");
            event.getOutputStream().write(bytes);
        };
        Anchor anchor = new Anchor(handler, text("certificate.get"));
        anchor.addClassName("preau-link");
        return anchor;
    }
}
