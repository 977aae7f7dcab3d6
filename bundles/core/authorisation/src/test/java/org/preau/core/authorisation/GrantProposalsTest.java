package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantProposal;
import org.preau.api.authorisation.GrantProposals.Decision;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Official;

/** Grants that the directory proposes. */
@Requirement("621A")
class GrantProposalsTest extends GrantWorld {
    @Test
    void headsAreProposedAndNothingIsGivenBeforeSomebodyAccepts() {
        officials.add(new Official(UUID.randomUUID(), account(local), school.id(), Profile.HEAD, "DIRECTEUR"));
        officials.add(new Official(UUID.randomUUID(), account(teacher), other.id(), Profile.HEAD, ""));
        assertThat(proposals.refresh()).isEqualTo(2);
        assertThat(proposals.refresh()).isZero();
        assertThat(grants.ofAccount(account(local))).isEmpty();
        refused(ErrorCode.FORBIDDEN, () -> proposals.list(local, school.id(), waiting(), Set.of(), ALL));
        Decision all = proposals.acceptAll(chief, academy.id(), Profile.HEAD, LocalDate.parse("2027-08-31"));
        assertThat(all.count()).isEqualTo(2);
        assertThat(grants.ofAccount(account(local)))
                .extracting(Grant::role, Grant::structureId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Role.ADML, school.id()));
        proposals.undo(chief, all.id());
        assertThat(grants.ofAccount(account(local))).isEmpty();
        GrantProposal first = proposals
                .list(chief, school.id(), waiting(), Set.of(Profile.HEAD), ALL)
                .items()
                .get(0);
        proposals.refuse(chief, List.of(first.id()));
        assertThat(proposals.refresh()).isZero();
        assertThat(proposals.list(chief, academy.id(), waiting(), Set.of(), ALL).total())
                .isEqualTo(1);
        officials.clear();
        proposals.refresh();
        assertThat(proposals
                        .list(chief, academy.id(), Set.of(ProposalState.LAPSED), Set.of(), ALL)
                        .total())
                .isEqualTo(2);
        refused(ErrorCode.CONFLICT, () -> proposals.undo(chief, all.id()));
        assertThat(proposals.lastDecision(chief).orElseThrow().count()).isEqualTo(1);
        assertThat(audit.actions()).contains("grant.refuse", "grant.undo", "grant.add", "grant.remove");
    }

    private static Set<ProposalState> waiting() {
        return Set.of(ProposalState.PROPOSED);
    }
}
