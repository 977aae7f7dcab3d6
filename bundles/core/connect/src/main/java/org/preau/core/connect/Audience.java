package org.preau.core.connect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.Toggles;
import org.preau.api.connector.Connector;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.signin.PortalSession;

/**
 * Who gets a connector: the profile and the structure of the session's context are in its audience, and it is not switched off there. Safe on any thread.
 *
 * <p>Without the directory only connectors for all structures have an audience; without toggles everything is on.
 */
@Component(service = Audience.class)
public final class Audience {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Structures structures;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Toggles toggles;

    /** Whether this user gets this connector now. */
    public boolean includes(Connector connector, PortalSession session) {
        return of(session).test(connector);
    }

    /** The same for many connectors: the directory is asked once. */
    public Predicate<Connector> of(PortalSession session) {
        Set<String> codes = codesAbove(session.context().structureId());
        return connector -> connector.profiles().contains(session.context().profile())
                && covers(connector, codes)
                && on(connector, session);
    }

    /** The school of that code, if the connector is for its people now. */
    public Optional<Structure> school(Connector connector, String code) {
        Structures there = structures;
        Optional<Structure> school = there == null ? Optional.empty() : there.byCode(code);
        return school.filter(each -> covers(connector, codesAbove(each.id()))).filter(each -> on(connector, each));
    }

    private static boolean covers(Connector connector, Set<String> codes) {
        return connector.structures().contains("*")
                || connector.structures().stream().anyMatch(code -> codes.contains(upper(code)));
    }

    private boolean on(Connector connector, Structure school) {
        Toggles there = toggles;
        String item = "connector:" + connector.id();
        Scope scope = Scope.structure(school.id());
        return there == null || there.onAbove(item, scope) && there.at(scope).getOrDefault(item, true);
    }

    /** The codes of the connector's audience that the directory does not know: a slip of the pen, or schools that have not come yet. */
    public List<String> unknownCodes(Connector connector) {
        Structures there = structures;
        return there == null
                ? List.of()
                : connector.structures().stream()
                        .filter(code -> !code.equals("*"))
                        .filter(code -> there.byCode(code).isEmpty())
                        .sorted()
                        .toList();
    }

    private boolean on(Connector connector, PortalSession session) {
        Toggles there = toggles;
        return there == null || there.on("connector:" + connector.id(), session);
    }

    private Set<String> codesAbove(UUID structureId) {
        Structures there = structures;
        if (there == null) {
            return Set.of();
        }
        return there.withAncestors(structureId).stream()
                .map(there::byId)
                .flatMap(Optional::stream)
                .map(Structure::code)
                .map(Audience::upper)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
