package org.preau.apps.rentree.view;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.LikePerson;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.identity.MergePreview;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Notice;

/** Two people who look like one, side by side: what differs is said and marked; why they look like one in words. */
final class PairPanel extends Div {
    private final StepView screen;
    private final Identities identities;
    private final Likeness pair;
    private final Div losses = new Div();

    PairPanel(StepView screen, Identities identities, Likeness pair) {
        this.screen = screen;
        this.identities = identities;
        this.pair = pair;
        addClassName("rentree-pair");
        add(new H3(screen.text("pair.title", name(pair.a()), name(pair.b()))));
        add(reasons());
        add(table());
        losses.getElement().setAttribute("role", "status");
        Div acts = new Div(
                Buttons.plain(screen.text("pair.one"), this::look),
                Buttons.plain(screen.text("pair.two"), this::apart));
        acts.addClassName("preau-form-actions");
        add(losses, acts);
    }

    private Paragraph reasons() {
        List<String> words = new ArrayList<>();
        pair.reasons().forEach(reason -> words.add(screen.text("reason." + reason)));
        return new Paragraph(screen.text("pair.reasons", pair.score(), String.join(", ", words)));
    }

    private HtmlContainer table() {
        HtmlContainer table = new HtmlContainer("table");
        table.addClassName("rentree-compare");
        HtmlContainer body = new HtmlContainer("tbody");
        table.getElement().setAttribute("aria-label", screen.text("pair.title", name(pair.a()), name(pair.b())));
        line(body, "pair.name", PairPanel::name);
        line(body, "pair.birth", each -> birth(each.birthDate()));
        line(body, "pair.profiles", each -> words(each.profiles(), "profile."));
        line(body, "pair.schools", each -> String.join(", ", each.schools()));
        line(body, "pair.classes", each -> String.join(", ", each.classes()));
        line(
                body,
                "pair.sources",
                each -> String.join(
                        ", ",
                        each.sources().stream()
                                .map(source -> source.in(screen.locale()))
                                .toList()));
        line(body, "pair.login", LikePerson::login);
        line(body, "pair.state", each -> {
            AccountState state = each.state();
            return state == null ? "" : screen.text("account." + state);
        });
        table.add(body);
        return table;
    }

    private void line(HtmlContainer body, String key, Function<LikePerson, String> value) {
        String one = value.apply(pair.a());
        String other = value.apply(pair.b());
        if (one.isEmpty() && other.isEmpty()) {
            return;
        }
        boolean differs = !one.equalsIgnoreCase(other);
        HtmlContainer row = new HtmlContainer("tr");
        HtmlContainer head = new HtmlContainer("th");
        head.getElement().setAttribute("scope", "row");
        head.add(new Span(screen.text(key)));
        row.add(head, cell(one, differs), cell(other, differs));
        if (differs) {
            row.addClassName("rentree-differs");
            Span spoken = new Span(screen.text("pair.differs"));
            spoken.addClassName("rentree-differs-word");
            head.add(spoken);
        }
        body.add(row);
    }

    private HtmlContainer cell(String value, boolean differs) {
        HtmlContainer cell = new HtmlContainer("td");
        HtmlContainer words = new HtmlContainer(differs ? "strong" : "span");
        words.setText(value.isEmpty() ? screen.text("pair.unknown") : value);
        cell.add(words);
        return cell;
    }

    private String birth(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(screen.locale())
                        .format(day);
    }

    private <E extends Enum<E>> String words(List<E> values, String prefix) {
        return String.join(
                ", ", values.stream().map(each -> screen.text(prefix + each)).toList());
    }

    /** Merges at once when nothing is lost; else says first what is. */
    private void look() {
        screen.attempt(() -> {
            MergePreview preview =
                    identities.preview(screen.subject(), pair.a().id(), pair.b().id());
            if (preview.losses().isEmpty()) {
                merge();
                return;
            }
            UnorderedList list = new UnorderedList();
            preview.losses().forEach(loss -> list.add(new ListItem(loss.in(screen.locale()))));
            losses.removeAll();
            losses.add(
                    new Paragraph(screen.text("pair.losses")),
                    list,
                    Buttons.plain(screen.text("pair.merge.anyway"), () -> screen.attempt(this::merge)));
        });
    }

    private void merge() {
        Merge merge = identities.merge(screen.subject(), pair.a().id(), pair.b().id());
        screen.refresh();
        Notice.undo(
                screen.text("pair.merged", merge.name()),
                () -> screen.attempt(() -> {
                    identities.undo(screen.subject(), merge.id());
                    screen.refresh();
                }));
    }

    private void apart() {
        screen.attempt(() -> {
            identities.setApart(screen.subject(), pair.a().id(), pair.b().id());
            screen.refresh();
            Notice.undo(
                    screen.text("pair.apart", name(pair.a()), name(pair.b())),
                    () -> screen.attempt(() -> {
                        identities.reopen(
                                screen.subject(), pair.a().id(), pair.b().id());
                        screen.refresh();
                    }));
        });
    }

    private static String name(LikePerson person) {
        return (person.firstName() + " " + person.lastName()).strip();
    }
}
