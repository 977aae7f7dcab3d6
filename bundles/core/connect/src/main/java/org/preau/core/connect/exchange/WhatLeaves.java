package org.preau.core.connect.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.core.connect.DeployedParts;

/** What would leave for a connector, open or not, for a page: somebody fictitious of each profile, the real policy. Nothing is looked up or stored. */
@Component(service = WhatLeaves.class)
public final class WhatLeaves {
    private static final Texts TEXTS = Texts.of(IntegratorEndpoint.class);
    private final DeployedParts parts;

    /** By these policies. */
    @Activate
    public WhatLeaves(@Reference DeployedParts parts) {
        this.parts = parts;
    }

    /** One entry a profile: {@code profile}, {@code leaves} (names and values), {@code nothing}, {@code asks}, {@code without}. */
    public List<Map<String, Object>> shown(Connector connector, Locale locale) {
        List<Map<String, Object>> shown = new ArrayList<>();
        parts.policy(connector.category()).ifPresent(policy -> {
            for (Rehearsal rehearsal : Rehearsal.of(connector, policy)) {
                shown.add(Map.of(
                        "profile",
                                TEXTS.text(
                                        locale, "profile." + rehearsal.profile().name()),
                        "leaves", pairs(told(connector, rehearsal.agreed())),
                        "nothing", rehearsal.agreed().equals(Release.NOTHING),
                        "asks", !policy.asks(connector).isEmpty(),
                        "without",
                                rehearsal.refused().equals(Release.NOTHING)
                                        ? TEXTS.text(locale, "try.nothing")
                                        : String.join(
                                                ", ",
                                                told(connector, rehearsal.refused())
                                                        .keySet())));
            }
        });
        return shown;
    }

    /** In one line, for a log: the names of what would leave, for each profile; {@code on agreement} where somebody is asked first. */
    public String summary(Connector connector) {
        Map<String, List<String>> profiles = new LinkedHashMap<>();
        parts.policy(connector.category()).ifPresent(policy -> {
            String asked = policy.asks(connector).isEmpty() ? "" : " (on agreement)";
            for (Rehearsal rehearsal : Rehearsal.of(connector, policy)) {
                Set<String> names = told(connector, rehearsal.agreed()).keySet();
                profiles.computeIfAbsent(
                                names.isEmpty() ? "nothing" : String.join(", ", names) + asked,
                                unused -> new ArrayList<>())
                        .add(rehearsal.profile().name());
            }
        });
        return profiles.entrySet().stream()
                .map(each -> (each.getValue().size() == Profile.values().length
                                ? "everybody"
                                : String.join(", ", each.getValue()))
                        + ": " + each.getKey())
                .collect(Collectors.joining("; "));
    }

    /** In the words of the connector's protocol, as the service will read it; as the SDET names it while the protocol is away. */
    private Map<String, String> told(Connector connector, Release release) {
        return parts.protocol(connector.protocol())
                .map(protocol -> protocol.rehearse(connector, release))
                .orElseGet(() -> Rehearsal.shown(release));
    }

    static List<Map<String, String>> pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> Map.of("name", each.getKey(), "value", each.getValue()))
                .toList();
    }
}
