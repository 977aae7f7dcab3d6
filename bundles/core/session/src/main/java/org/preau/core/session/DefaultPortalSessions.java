package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SessionChanged;
import org.preau.api.signin.SessionFilter;

/** The sessions as other bundles see them: only those whose charter is accepted. Who may end which is decided here. */
@Component
public final class DefaultPortalSessions implements PortalSessions {
    private static final Texts TEXTS = Texts.of(DefaultPortalSessions.class);

    private final Tx tx;
    private final SessionBook book;
    private final SessionEnds ends;
    private final Events events;
    private final Authorisation authorisation;
    private final Structures structures;

    /** For the service registry. */
    @Activate
    public DefaultPortalSessions(
            @Reference(target = "(preau.unit=session)") Tx tx,
            @Reference SessionBook book,
            @Reference SessionEnds ends,
            @Reference Events events,
            @Reference Authorisation authorisation,
            @Reference Structures structures) {
        this.tx = tx;
        this.book = book;
        this.ends = ends;
        this.events = events;
        this.authorisation = authorisation;
        this.structures = structures;
    }

    @Override
    public Optional<PortalSession> current(HttpServletRequest request) {
        return SessionCookie.read(request)
                .flatMap(book::find)
                .filter(live -> live.row().charterAccepted())
                .map(LiveSession::session);
    }

    @Override
    public Optional<PortalSession> byId(UUID sessionId) {
        return book.find(sessionId).filter(live -> live.row().charterAccepted()).map(LiveSession::session);
    }

    @Override
    public void touch(UUID sessionId) {
        book.touch(sessionId);
    }

    @Override
    public List<PortalSession.Context> contextsOf(PortalSession session) {
        return book.contextsOf(session);
    }

    @Override
    public PortalSession switchTo(UUID sessionId, PortalSession.Context context) {
        PortalSession session = byId(sessionId).orElseThrow(DefaultPortalSessions::over);
        Choice wanted = Choice.of(context);
        if (Contexts.find(contextsOf(session), wanted).isEmpty()) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "notYourContext");
        }
        tx.writeSql(connection -> {
            SqlSessions.move(connection, sessionId, wanted);
            SqlSessions.keepContext(connection, session.accountId(), wanted);
            events.publish(new SessionChanged(sessionId));
            return true;
        });
        book.drop(List.of(sessionId));
        return byId(sessionId).orElseThrow(DefaultPortalSessions::over);
    }

    @Override
    public void revoke(Subject by, UUID sessionId) {
        Optional<PortalSession> session = book.find(sessionId).map(LiveSession::session);
        if (!by.isSystem()) {
            PortalSession known = session.orElseThrow(DefaultPortalSessions::over);
            if (!known.accountId().equals(by.accountId())) {
                authorisation.require(
                        by, RevokeRule.ACTION, Scope.structure(known.context().structureId()));
            }
        }
        ends.one(by, "revoked", sessionId);
    }

    @Override
    public int revokeAccount(Subject by, UUID accountId) {
        if (!by.isSystem() && !accountId.equals(by.accountId()) && !mayRevokeAt(by, accountId)) {
            throw new PortalException(ErrorCode.FORBIDDEN, TEXTS, "notYourAccount");
        }
        return ends.ofAccount(by, "revoked", accountId);
    }

    @Override
    public int revokeAll(Subject by) {
        if (!by.isSystem()) {
            structures
                    .roots()
                    .forEach(root -> authorisation.require(by, RevokeRule.ACTION, Scope.structure(root.id())));
        }
        return ends.all(by, "revoked");
    }

    @Override
    public int revokeWhere(Subject by, SessionFilter filter, boolean exercise) {
        if (!by.isSystem()) {
            (filter.structures().isEmpty()
                            ? structures.roots().stream().map(Structure::id).toList()
                            : filter.structures())
                    .forEach(each -> authorisation.require(by, RevokeRule.ACTION, Scope.structure(each)));
        }
        return exercise ? ends.count(filter) : ends.where(by, "switchboard", filter);
    }

    @Override
    public Page<PortalSession> list(PageRequest page) {
        return new Page<>(book.latest(page), book.count());
    }

    private boolean mayRevokeAt(Subject by, UUID accountId) {
        return book.contextsOf(accountId).stream()
                .anyMatch(
                        context -> authorisation.allows(by, RevokeRule.ACTION, Scope.structure(context.structureId())));
    }

    private static PortalException over() {
        return new PortalException(ErrorCode.NOT_FOUND, TEXTS, "sessionOver");
    }
}
