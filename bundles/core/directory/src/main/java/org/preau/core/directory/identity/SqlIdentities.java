package org.preau.core.directory.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.identity.MergePreview;
import org.preau.api.directory.identity.PeopleMerged;
import org.preau.api.directory.identity.PeopleParted;
import org.preau.api.persistence.Tx;
import org.preau.core.directory.DirectoryGeneration;

/** Identities on PostgreSQL. */
@Component
public final class SqlIdentities implements Identities {
    private static final Texts TEXTS = Texts.of(SqlIdentities.class);

    private final Tx tx;
    private final Perimeters perimeters;
    private final MergeRights rights;
    private final Audit audit;
    private final Events events;
    private final DirectoryGeneration generation;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public SqlIdentities(
            @Reference(target = "(preau.unit=directory)") Tx tx,
            @Reference Perimeters perimeters,
            @Reference MergeRights rights,
            @Reference Audit audit,
            @Reference Events events,
            @Reference DirectoryGeneration generation,
            @Reference Clock clock) {
        this.tx = tx;
        this.perimeters = perimeters;
        this.rights = rights;
        this.audit = audit;
        this.events = events;
        this.generation = generation;
        this.clock = clock;
    }

    @Override
    public int find(Subject by, Optional<UUID> within) {
        var structures = perimeters.of(by, MERGE, within);
        return tx.writeSql(connection -> LikenessFinder.find(connection, structures, clock.instant()));
    }

    @Override
    public Page<Likeness> likenesses(Subject viewer, Optional<UUID> within, LikenessState state, PageRequest page) {
        var structures = perimeters.of(viewer, MERGE, within);
        return tx.readSql(connection -> Likenesses.list(connection, structures, state, page));
    }

    @Override
    public Map<UUID, Integer> proposedByStructure() {
        return tx.readSql(Likenesses::byStructure);
    }

    @Override
    public MergePreview preview(Subject by, UUID keep, UUID gone) {
        return tx.readSql(connection -> {
            requireBoth(connection, by, keep, gone);
            MergeLosses.check(connection, keep, gone);
            List<AccountMoves.Candidate> accounts = AccountMoves.candidates(connection, keep, gone);
            return new MergePreview(
                    keep,
                    gone,
                    accounts.isEmpty() ? null : accounts.get(0).id(),
                    accounts.isEmpty() ? "" : accounts.get(0).login(),
                    accounts.size() < 2 ? "" : accounts.get(1).login(),
                    MergeLosses.of(connection, keep, gone));
        });
    }

    @Override
    public Merge merge(Subject by, UUID keep, UUID gone) {
        return tx.writeSql(connection -> {
            requireBoth(connection, by, keep, gone);
            MergeLosses.check(connection, keep, gone);
            rights.check(
                    by,
                    AccountMoves.candidates(connection, keep, gone).stream()
                            .skip(1)
                            .map(AccountMoves.Candidate::id)
                            .toList());
            List<LocalizedText> losses = MergeLosses.of(connection, keep, gone);
            Merge merge = Merges.make(connection, keep, gone, by.accountId(), clock.instant());
            Likenesses.follow(connection, keep, gone);
            Likenesses.decide(connection, keep, gone, LikenessState.MERGED, by.accountId(), clock.instant());
            Map<String, String> details = details(merge);
            details.put(
                    "losses",
                    String.join("; ", losses.stream().map(LocalizedText::en).toList()));
            record(by, "person.merge", merge, details);
            events.publish(new PeopleMerged(keep, gone, merge.keptAccount(), merge.aliasAccount()));
            return merge;
        });
    }

    @Override
    public void undo(Subject by, UUID mergeId) {
        tx.writeSql(connection -> {
            Merge known = Merges.byId(connection, mergeId)
                    .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "merge.unknown"))
                    .merge();
            perimeters.requirePerson(connection, by, MERGE, known.kept());
            Merge merge = Merges.undo(connection, mergeId, by.accountId(), clock.instant());
            Likenesses.decide(
                    connection, merge.kept(), merge.gone(), LikenessState.APART, by.accountId(), clock.instant());
            record(by, "person.merge-undo", merge, details(merge));
            events.publish(new PeopleParted(merge.kept(), merge.gone(), merge.keptAccount(), merge.aliasAccount()));
            return merge;
        });
    }

    @Override
    public Page<Merge> merges(Subject viewer, Optional<UUID> within, PageRequest page) {
        var structures = perimeters.of(viewer, MERGE, within);
        return tx.readSql(connection -> Merges.list(connection, structures, page));
    }

    @Override
    public void setApart(Subject by, UUID a, UUID b) {
        tx.writeSql(connection -> {
            requireBoth(connection, by, a, b);
            if (a.equals(b)) {
                throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "merge.gone");
            }
            Likenesses.decide(connection, a, b, LikenessState.APART, by.accountId(), clock.instant());
            audit.record(by, "person.apart", "person:" + a, Map.of("other", b.toString(), "state", "APART"));
            return true;
        });
    }

    @Override
    public void reopen(Subject by, UUID a, UUID b) {
        tx.writeSql(connection -> {
            requireBoth(connection, by, a, b);
            if (Likenesses.reopen(connection, a, b) > 0) {
                audit.record(by, "person.apart", "person:" + a, Map.of("other", b.toString(), "state", "PROPOSED"));
            }
            return true;
        });
    }

    private void requireBoth(Connection connection, Subject by, UUID a, UUID b) throws SQLException {
        perimeters.requirePerson(connection, by, MERGE, a);
        perimeters.requirePerson(connection, by, MERGE, b);
    }

    private void record(Subject by, String action, Merge merge, Map<String, String> details) {
        audit.record(by, action, "person:" + merge.kept(), details);
        events.publish(new DirectoryChanged("merge"));
        tx.afterCommit(generation::next);
    }

    private static Map<String, String> details(Merge merge) {
        Map<String, String> details = new HashMap<>();
        details.put("merge", merge.id().toString());
        details.put("before", merge.kept() + " and " + merge.gone());
        details.put("after", merge.kept().toString());
        details.put("account", String.valueOf(merge.keptAccount()));
        details.put("alias", String.valueOf(merge.aliasAccount()));
        return details;
    }
}
