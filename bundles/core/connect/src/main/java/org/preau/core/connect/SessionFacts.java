package org.preau.core.connect;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.connector.UserFacts;
import org.preau.api.directory.PersonFacts;
import org.preau.api.signin.PortalSession;

/** The facts about the user of a session, in its context, towards one connector. The directory is asked once, when the first of its attributes is. For one release, on one thread. */
final class SessionFacts implements UserFacts {
    private final PortalSession session;
    private final String connector;
    private final SqlPairwiseIdentifiers identifiers;
    private final DirectoryAttributes attributes;
    private @Nullable Optional<PersonFacts> person;

    SessionFacts(
            PortalSession session,
            String connector,
            SqlPairwiseIdentifiers identifiers,
            DirectoryAttributes attributes) {
        this.session = session;
        this.connector = connector;
        this.identifiers = identifiers;
        this.attributes = attributes;
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
    public String uai() {
        return session.context().uai();
    }

    @Override
    public List<String> attribute(String sdetName) {
        Optional<PersonFacts> known = person;
        if (known == null) {
            known = attributes.factsOf(session);
            person = known;
        }
        return attributes.values(session, known, sdetName);
    }
}
