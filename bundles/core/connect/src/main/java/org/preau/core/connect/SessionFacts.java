package org.preau.core.connect;

import java.util.List;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;

/** The facts about the user of a session, in its context, towards one connector. */
final class SessionFacts implements UserFacts {
    private final PortalSession session;
    private final String connector;
    private final SqlPairwiseIdentifiers identifiers;

    SessionFacts(PortalSession session, String connector, SqlPairwiseIdentifiers identifiers) {
        this.session = session;
        this.connector = connector;
        this.identifiers = identifiers;
    }

    @Override
    public String pairwiseId() {
        return identifiers.of(connector, session.accountId());
    }

    @Override
    public String profile() {
        return session.context().profile().sdetCode();
    }

    @Override
    public List<String> attribute(String sdetName) {
        return List.of();
    }

    @Override
    public String uai() {
        return session.context().uai();
    }
}
