package org.preau.core.connect.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.Agreement;
import org.preau.api.pages.Pages;
import org.preau.core.connect.DirectoryAttributes;
import org.preau.core.connect.consent.ConsentEndpoint.Question;

/** The two pages: the question, with each attribute's value and purpose, and what a pupil is told. Nothing is ticked that was not agreed to under the very convention shown. */
@Component(service = ConsentPage.class)
public final class ConsentPage {
    private static final Texts TEXTS = Texts.of(ConsentPage.class);

    private final Consents consents;
    private final SqlConsents rows;
    private final DirectoryAttributes attributes;
    private final Pages pages;
    private final Clock clock;

    /** Shows what these know. */
    @Activate
    public ConsentPage(
            @Reference Consents consents,
            @Reference SqlConsents rows,
            @Reference DirectoryAttributes attributes,
            @Reference Pages pages,
            @Reference Clock clock) {
        this.consents = consents;
        this.rows = rows;
        this.attributes = attributes;
        this.pages = pages;
        this.clock = clock;
    }

    /** What an attribute is called on pages. */
    public static String label(String attribute, Locale locale) {
        return TEXTS.text(locale, "attribute." + attribute);
    }

    /**
     * Shows the page.
     *
     * @param changed whether the convention changed while the user was reading it
     */
    void show(HttpServletRequest request, HttpServletResponse response, Question question, boolean changed)
            throws IOException {
        Locale locale = pages.localeOf(request);
        boolean pupil = !question.forChild() && !Wards.decidesForHimself(question.session());
        pages.render(
                request,
                response,
                changed ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_OK,
                ConsentPage.class,
                pupil ? "wait" : "consent",
                pupil ? wait(question, locale) : ask(question, locale, changed));
    }

    private Map<String, Object> wait(Question question, Locale locale) {
        Agreement now = consents.agreement(question.of().personId(), question.terms());
        Set<String> asked = rows.asked(Set.of(question.of().personId()))
                .getOrDefault(question.of().personId(), Set.of());
        String name = question.terms().connector().name().in(locale);
        boolean refused = now.state() == Agreement.State.REFUSED;
        boolean given = now.state() == Agreement.State.GIVEN;
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, given ? "wait.given" : refused ? "wait.refused" : "wait.title", name));
        model.put("action", question.address());
        model.put(
                "asked",
                !given
                        && !refused
                        && asked.contains(question.terms().connector().id()));
        model.put(
                "mayAsk",
                !given
                        && !refused
                        && !asked.contains(question.terms().connector().id()));
        model.put("refused", refused);
        model.put("given", given);
        model.put("back", question.back());
        return model;
    }

    private Map<String, Object> ask(Question question, Locale locale, boolean changed) {
        Terms terms = question.terms();
        Optional<Consent> before =
                rows.find(question.of().personId(), terms.connector().id());
        Agreement now = before.map(consent -> consent.under(terms)).orElse(Agreement.NONE);
        String name = terms.connector().name().in(locale);
        boolean refused = now.state() == Agreement.State.REFUSED;
        boolean given = now.state() == Agreement.State.GIVEN;
        Map<String, Object> model = new HashMap<>();
        model.put(
                "title",
                question.forChild()
                        ? TEXTS.text(locale, "ask.child", name, question.of().firstName())
                        : TEXTS.text(locale, "ask.title", name));
        model.put("child", question.forChild() ? question.of().personId().toString() : "");
        model.put("refused", refused);
        model.put("refusedOn", refused ? decided(before, "ask.refusedOn", locale) : "");
        model.put("given", given);
        model.put("givenOn", given ? decided(before, "ask.givenOn", locale) : "");
        model.put("changed", changed || before.isPresent() && now.equals(Agreement.NONE) && !withdrawn(before));
        model.put("action", question.address());
        model.put("back", question.back());
        model.put("terms", terms.digest());
        model.put("convention", terms.conventionUrl());
        model.put("hasConvention", !terms.conventionUrl().isEmpty());
        model.put("attributes", lines(question, now, locale));
        return model;
    }

    private List<Map<String, Object>> lines(Question question, Agreement now, Locale locale) {
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<String, List<String>> known =
                attributes.values(question.of(), question.terms().asks());
        for (String name : question.terms().asks()) {
            List<String> values = known.getOrDefault(name, List.of());
            lines.add(Map.of(
                    "name", name,
                    "label", label(name, locale),
                    "value", String.join(", ", values),
                    "known", !values.isEmpty(),
                    "purpose", question.terms().purpose(name, locale),
                    "ticked", now.attributes().contains(name)));
        }
        return lines;
    }

    private static boolean withdrawn(Optional<Consent> consent) {
        return consent.filter(each -> each.state() == Consent.State.WITHDRAWN).isPresent();
    }

    private String decided(Optional<Consent> consent, String key, Locale locale) {
        return TEXTS.text(
                locale,
                key,
                consent.map(Consent::decidedAt).map(at -> day(at, locale)).orElse(""));
    }

    private String day(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(at.atZone(clock.getZone()));
    }
}
