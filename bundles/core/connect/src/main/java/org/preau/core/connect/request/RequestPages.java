package org.preau.core.connect.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequest.State;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.exchange.WhatLeaves;

/** Shows requests: the list, the form to ask, and one of them with what would leave. */
@Component(service = RequestPages.class)
public final class RequestPages {
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);
    private static final int SHOWN = 100;

    private final DefaultConnectorRequests requests;
    private final Drafts drafts;
    private final WhatLeaves leaves;
    private final Authorisation authorisation;
    private final Structures structures;
    private final RequestRights rights;
    private final Pages pages;

    /** Shows these. */
    @Activate
    public RequestPages(
            @Reference DefaultConnectorRequests requests,
            @Reference Drafts drafts,
            @Reference WhatLeaves leaves,
            @Reference Authorisation authorisation,
            @Reference Structures structures,
            @Reference Pages pages) {
        this.requests = requests;
        this.drafts = drafts;
        this.leaves = leaves;
        this.authorisation = authorisation;
        this.structures = structures;
        this.rights = new RequestRights(authorisation, structures);
        this.pages = pages;
    }

    void list(HttpServletRequest request, HttpServletResponse response, PortalSession session) throws IOException {
        Locale locale = pages.localeOf(request);
        List<Map<String, String>> lines = new ArrayList<>();
        Set<UUID> seen = new LinkedHashSet<>();
        for (UUID place : places(session)) {
            requests
                    .list(session.subject(), place, EnumSet.allOf(State.class), PageRequest.first(SHOWN))
                    .items()
                    .stream()
                    .filter(each -> seen.add(each.id()))
                    .forEach(each -> lines.add(line(each, locale)));
        }
        List<Map<String, String>> others = above(session, locale);
        List<Map<String, String>> templates = drafts.templates().stream()
                .map(each -> Map.of(
                        "id", each.id(),
                        "name", each.name().in(locale),
                        "about", each.about().in(locale)))
                .toList();
        page(
                request,
                response,
                "requests",
                Map.of(
                        "title",
                        TEXTS.text(locale, "list"),
                        "wide",
                        true,
                        "any",
                        !lines.isEmpty(),
                        "requests",
                        lines,
                        "anyAbove",
                        !others.isEmpty(),
                        "above",
                        others,
                        "templates",
                        templates));
    }

    /** What commune and academy have asked for, for the head of a school below: where it stands, seen from his school. */
    private List<Map<String, String>> above(PortalSession session, Locale locale) {
        UUID here = session.context().structureId();
        if (!authorisation.allows(session.subject(), ConnectorRequests.REQUEST, Scope.structure(here))) {
            return List.of();
        }
        Set<UUID> reaching = structures.withAncestors(here);
        return requests.above(session.subject(), here, PageRequest.first(SHOWN)).items().stream()
                .map(each -> {
                    Map<String, String> line = new HashMap<>(line(each, locale));
                    if (!each.openedTo().isEmpty()) {
                        boolean reaches = each.openedTo().stream().anyMatch(reaching::contains);
                        line.put("state", TEXTS.text(locale, reaches ? "state.here" : "state.elsewhere"));
                    }
                    return line;
                })
                .toList();
    }

    void form(HttpServletRequest request, HttpServletResponse response, PortalSession session) throws IOException {
        Locale locale = pages.localeOf(request);
        Set<UUID> places = places(session);
        ConnectorTemplate template = drafts.templates().stream()
                .filter(each -> each.id().equals(request.getParameter("template")))
                .findFirst()
                .orElseThrow(RequestPages::unknown);
        List<Map<String, Object>> blanks = new TreeMap<>(template.blanks())
                .entrySet().stream()
                        .filter(blank -> !blank.getKey().equals("structures"))
                        .map(blank -> Map.<String, Object>of(
                                "name",
                                blank.getKey(),
                                "what",
                                blank.getValue().in(locale),
                                "secret",
                                blank.getKey().contains("secret")))
                        .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "new", template.name().in(locale)));
        model.put("about", template.about().in(locale));
        model.put("template", template.id());
        model.put("blanks", blanks);
        model.putAll(Places.of(
                places.stream().flatMap(id -> structures.byId(id).stream()).toList()));
        page(request, response, "new", model);
    }

    void one(HttpServletRequest request, HttpServletResponse response, PortalSession session, UUID id)
            throws IOException {
        Locale locale = pages.localeOf(request);
        ConnectorRequest found = requests.find(session.subject(), id);
        Connector draft = requests.draft(session.subject(), id);
        boolean decides = authorisation.allows(session.subject(), ConnectorRequests.VALIDATE, academy(found));
        Map<String, Object> model = new HashMap<>(line(found, locale));
        model.put("title", found.name().in(locale));
        model.put("wide", true);
        model.put("reason", found.reason());
        model.put("category", String.valueOf(draft.category()));
        model.put("receives", TEXTS.text(locale, "one.receives." + draft.category()));
        model.put("protocol", draft.protocol());
        model.put("address", draft.launchUrl().toASCIIString());
        model.put("rehearsals", leaves.shown(draft, locale));
        model.put("checked", found.checkedAt().isPresent());
        model.put(
                "mayCheck",
                decides && found.state() == State.REQUESTED && found.checkedAt().isEmpty());
        model.put(
                "mayAccept",
                decides && found.state() == State.REQUESTED && found.checkedAt().isPresent());
        model.put("mayRefuse", decides && (found.state() == State.REQUESTED || found.state() == State.ACCEPTED));
        model.put("mayReconsider", decides && (found.state() == State.ACCEPTED || found.state() == State.REFUSED));
        model.put(
                "mayWithdraw",
                found.state() != State.WITHDRAWN
                        && authorisation.allows(
                                session.subject(), ConnectorRequests.REQUEST, Scope.structure(found.structureId())));
        Optional<UUID> opensAt = rights.opensAt(session.subject(), found);
        model.put("mayOpen", found.state() == State.ACCEPTED && opensAt.isPresent());
        model.putAll(Places.of(structures
                .byId(opensAt.orElse(found.structureId()))
                .map(List::of)
                .orElse(List.of())));
        model.put(
                "opened",
                found.openedTo().stream()
                        .map(each -> Map.of(
                                "code",
                                RequestLines.code(each, structures),
                                "name",
                                structures.byId(each).map(Structure::name).orElse("?"),
                                "mayClose",
                                rights.mayOpen(session.subject(), each)))
                        .sorted(Comparator.comparing(each -> String.valueOf(each.get("code"))))
                        .toList());
        page(request, response, "request", model);
    }

    /** Where this user may ask for connectors: the perimeters of his grants, and the school he is at the head of. */
    private Set<UUID> places(PortalSession session) {
        Set<UUID> places = new LinkedHashSet<>(authorisation.perimeterOf(session.subject(), ConnectorRequests.REQUEST));
        UUID here = session.context().structureId();
        if (authorisation.allows(session.subject(), ConnectorRequests.REQUEST, Scope.structure(here))) {
            places.add(here);
        }
        if (places.isEmpty()) {
            throw unknown();
        }
        return places;
    }

    /** The academy above who asked; himself where there is none. */
    private Scope academy(ConnectorRequest request) {
        Set<UUID> above = structures.withAncestors(request.structureId());
        Optional<UUID> root = structures.roots().stream()
                .map(Structure::id)
                .filter(above::contains)
                .findFirst();
        return Scope.structure(root.orElse(request.structureId()));
    }

    private Map<String, String> line(ConnectorRequest request, Locale locale) {
        boolean open = !request.openedTo().isEmpty();
        return Map.of(
                "id",
                request.id().toString(),
                "name",
                request.name().in(locale),
                "structure",
                structures.byId(request.structureId()).map(Structure::name).orElse("?"),
                "state",
                TEXTS.text(
                        locale,
                        open ? "state.open" : "state." + request.state().name().toLowerCase(Locale.ROOT)));
    }

    private void page(HttpServletRequest request, HttpServletResponse response, String template, Map<String, ?> model)
            throws IOException {
        pages.render(request, response, HttpServletResponse.SC_OK, DefaultConnectorRequests.class, template, model);
    }

    private static PortalException unknown() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.unknown");
    }
}
