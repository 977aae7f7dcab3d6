package org.preau.core.connect.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServicePattern;
import org.preau.core.connect.DeployedParts;

/** What the integrator's page shows of a connector. */
@Component(service = IntegratorModel.class)
public final class IntegratorModel {
    private static final int SHOWN = 100;
    private static final Texts TEXTS = Texts.of(IntegratorEndpoint.class);
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|passwd|token|private|\\bkey\\b).*");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final DeployedParts parts;
    private final SqlExchanges exchanges;

    /** Shows these. */
    @Activate
    public IntegratorModel(@Reference DeployedParts parts, @Reference SqlExchanges exchanges) {
        this.parts = parts;
        this.exchanges = exchanges;
    }

    Map<String, Object> of(Connector connector, Locale locale, boolean tries, boolean live) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", connector.name().in(locale));
        model.put("wide", true);
        model.put("id", connector.id());
        model.put(
                "missing",
                parts.missing(connector).stream()
                        .map(finding -> finding.message(locale))
                        .toList());
        model.put("endpoints", WhatLeaves.pairs(endpoints(connector)));
        model.put("settings", WhatLeaves.pairs(settings(connector, locale)));
        model.put("log", log(connector, locale));
        model.put("live", live);
        model.put("tries", tries);
        model.put("rehearsals", tries ? new WhatLeaves(parts).shown(connector, locale) : List.of());
        return model;
    }

    private Map<String, String> endpoints(Connector connector) {
        return parts.protocol(connector.protocol())
                .map(protocol -> protocol.endpoints(connector))
                .orElse(Map.of());
    }

    private static Map<String, String> settings(Connector connector, Locale locale) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("category", String.valueOf(connector.category()));
        settings.put("protocol", connector.protocol());
        settings.put("launch.url", connector.launchUrl().toASCIIString());
        settings.put(
                "service.urls",
                connector.services().stream().map(IntegratorModel::written).collect(Collectors.joining(", ")));
        connector.logoutUrl().ifPresent(url -> settings.put("logout.url", url.toASCIIString()));
        settings.put(
                "audience.profiles",
                new TreeSet<>(connector.profiles()).stream().map(Enum::name).collect(Collectors.joining(", ")));
        settings.put("audience.structures", String.join(", ", new TreeSet<>(connector.structures())));
        new TreeMap<>(connector.settings())
                .forEach((key, value) ->
                        settings.put(key, SECRET.matcher(key).matches() ? TEXTS.text(locale, "secret") : value));
        return settings;
    }

    private static String written(ServicePattern pattern) {
        boolean usual = pattern.port() == (pattern.scheme().equals("https") ? 443 : 80);
        return pattern.scheme() + "://" + pattern.host() + (usual ? "" : ":" + pattern.port()) + pattern.path()
                + (pattern.below() ? "*" : "");
    }

    private List<Map<String, Object>> log(Connector connector, Locale locale) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (SqlExchanges.Entry entry : exchanges.latest(connector.id(), SHOWN)) {
            lines.add(Map.of(
                    "at", time(entry.at()),
                    "step", entry.kind().step(),
                    "times", entry.times() == 1 ? "" : "× " + entry.times(),
                    "outcome",
                            entry.kind()
                                    .refused()
                                    .map(why -> TEXTS.text(locale, "log.refused") + " – " + why)
                                    .orElse(TEXTS.text(locale, "log.done"))));
        }
        return lines;
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.of("Europe/Paris")));
    }
}
