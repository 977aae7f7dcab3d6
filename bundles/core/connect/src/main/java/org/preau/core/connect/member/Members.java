package org.preau.core.connect.member;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.audit.Audit;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.directory.Directory;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.core.connect.consent.Consent;
import org.preau.core.connect.consent.SqlConsents;
import org.preau.core.connect.consent.Terms;
import org.preau.core.connect.member.SqlMembers.Known;

/** Lists of a school's members as the category of a service allows them: who went there himself, is there still, and has not taken his agreement back. Three queries a page. Safe on any thread. */
@Component(service = Members.class)
public final class Members {
    /** Without the directory there is no list. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Directory directory;

    private final SqlMembers rows;
    private final SqlConsents decisions;
    private final Audit audit;

    /** Lists from these. */
    @Activate
    public Members(@Reference SqlMembers rows, @Reference SqlConsents decisions, @Reference Audit audit) {
        this.rows = rows;
        this.decisions = decisions;
        this.audit = audit;
    }

    /** Lists from these and that directory. */
    public Members(SqlMembers rows, SqlConsents decisions, Audit audit, Directory directory) {
        this(rows, decisions, audit);
        this.directory = directory;
    }

    /** The rows that a sign-in leaves. */
    public SqlMembers rows() {
        return rows;
    }

    /**
     * One page.
     *
     * @param terms the convention, where the category asks people
     */
    public Page<Release> of(
            Connector connector, CategoryPolicy policy, Optional<Terms> terms, Structure school, PageRequest page) {
        Directory there = directory;
        if (there == null) {
            return new Page<>(List.of(), 0);
        }
        Page<PersonView> people =
                there.members(Subject.SYSTEM, Scope.structure(school.id()), connector.profiles(), page);
        Map<UUID, PersonView> present = people.items().stream()
                .collect(Collectors.toMap(PersonView::id, Function.identity(), (one, other) -> one));
        List<Known> known = rows.among(connector.id(), school.id(), present.keySet());
        Map<UUID, Agreement> agreements =
                terms.map(asked -> agreements(asked, present.keySet())).orElse(Map.of());
        List<Release> listed = known.stream()
                .filter(each -> stillThere(present.get(each.personId()), each))
                .flatMap(each -> release(connector, policy, terms.isPresent(), agreements, school, each).stream())
                .toList();
        if (!listed.isEmpty()) {
            audit.record(Subject.SYSTEM, "connector.members", "connector:" + connector.id(), details(school, listed));
        }
        return new Page<>(listed, people.total());
    }

    private static boolean stillThere(@Nullable PersonView person, Known known) {
        return person != null && person.profile() == known.profile();
    }

    /** Only who is known there by his own identifier: what many share is no member. */
    private static Optional<Release> release(
            Connector connector,
            CategoryPolicy policy,
            boolean asks,
            Map<UUID, Agreement> agreements,
            Structure school,
            Known known) {
        MemberFacts facts = new MemberFacts(known.identifier(), known.profile().sdetCode(), school.code());
        Agreement agreement = agreements.getOrDefault(known.personId(), Agreement.NONE);
        if (asks && agreement.state() != Agreement.State.GIVEN) {
            return Optional.empty();
        }
        Release release = asks ? policy.release(connector, facts, agreement) : policy.release(connector, facts);
        return Optional.of(release).filter(each -> each.userId().equals(Optional.of(known.identifier())));
    }

    /** As delivered: a list gives no attribute that a first sign-in would. */
    private Map<UUID, Agreement> agreements(Terms terms, Set<UUID> people) {
        return decisions.of(people).stream()
                .filter(consent -> consent.connector().equals(terms.connector().id()))
                .collect(Collectors.toMap(Consent::personId, consent -> {
                    Agreement now = consent.under(terms);
                    return new Agreement(now.state(), now.attributes(), true);
                }));
    }

    private static Map<String, String> details(Structure school, List<Release> listed) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("uai", school.code());
        details.put("count", String.valueOf(listed.size()));
        details.put(
                "identifiers",
                listed.stream().flatMap(each -> each.userId().stream()).collect(Collectors.joining(",")));
        return details;
    }
}
