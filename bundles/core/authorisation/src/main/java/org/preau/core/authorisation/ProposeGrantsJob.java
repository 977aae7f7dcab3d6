package org.preau.core.authorisation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.job.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works the proposals out again. */
@Component
public final class ProposeGrantsJob implements Job {
    static final String NAME = "grants.propose";
    private static final Logger log = LoggerFactory.getLogger(ProposeGrantsJob.class);

    private final GrantProposals proposals;

    /** Takes its service. */
    @Activate
    public ProposeGrantsJob(@Reference GrantProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        int fresh = proposals.refresh();
        if (fresh > 0) {
            log.info("{} grants are proposed to heads, inspectors and advisers", fresh);
        }
    }
}
