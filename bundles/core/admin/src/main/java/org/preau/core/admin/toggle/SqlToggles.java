package org.preau.core.admin.toggle;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.HiddenChanged;
import org.preau.api.app.Toggles;
import org.preau.api.app.TogglesChanged;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditDetails;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** The toggles: kept in the database, answered from memory. */
@Component(service = {Toggles.class, SqlToggles.class})
public final class SqlToggles implements Toggles {
    /** The console itself cannot be switched off: nobody could switch it on again. */
    public static final String CONSOLE = "app:administration";

    private static final Texts TEXTS = Texts.of(SqlToggles.class);
    private static final String ITEM = "(app|connector):[a-z0-9_-]{1,80}";

    private final Tx tx;
    private final Standpoint standpoint;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final ToggleStore store;
    private final ToggleMemory memory;

    /** Made by the portal; reads nothing yet. */
    @Activate
    public SqlToggles(
            @Reference(target = "(preau.unit=" + ToggleUnit.NAME + ")") Tx tx,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.tx = tx;
        this.standpoint = new Standpoint(directory, structures);
        this.authorisation = authorisation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.store = new ToggleStore(tx);
        this.memory = new ToggleMemory(store);
    }

    @Override
    public boolean on(String item, PortalSession session) {
        if (item.equals(CONSOLE)) {
            return true;
        }
        if (memory.hiddenBy(session.accountId()).contains(item)) {
            return false;
        }
        Set<UUID> off = memory.switches().off(item);
        return off.isEmpty()
                || standpoint.of(session).stream().anyMatch(way -> way.stream().noneMatch(off::contains));
    }

    @Override
    public Map<String, Boolean> at(Scope scope) {
        Map<String, Boolean> here = new HashMap<>();
        memory.switches().off().forEach((item, scopes) -> {
            if (scopes.contains(scope.id())) {
                here.put(item, false);
            }
        });
        return Map.copyOf(here);
    }

    @Override
    public boolean onAbove(String item, Scope scope) {
        Set<UUID> off = memory.switches().off(item);
        return off.isEmpty() || standpoint.above(scope).stream().noneMatch(off::contains);
    }

    @Override
    public void set(Subject by, String item, Scope scope, boolean on) {
        check(item);
        authorisation.require(by, ToggleRule.SET, scope);
        boolean was = !memory.switches().off(item).contains(scope.id());
        tx.writeSql(connection -> {
            if (on) {
                store.on(item, scope);
            } else {
                store.off(by, item, scope, clock.instant());
            }
            Map<String, String> details = Map.of("scope", scope.kind() + ":" + scope.id(), "on", Boolean.toString(on));
            audit.record(by, ToggleRule.SET, item, AuditDetails.of(details).change("on", was, on));
            tx.afterCommit(memory::drop);
            events.publish(new TogglesChanged(item));
            return 0;
        });
    }

    @Override
    public void hide(Subject by, String item, boolean hidden) {
        check(item);
        UUID account = by.accountId();
        if (account == null) {
            throw new IllegalArgumentException("the portal has no home page");
        }
        tx.writeSql(connection -> {
            store.hide(by, item, hidden);
            tx.afterCommit(() -> memory.dropHidden(account));
            events.publish(new HiddenChanged(account));
            return 0;
        });
    }

    @Override
    public Set<String> hiddenBy(Subject user) {
        UUID account = user.accountId();
        return account == null ? Set.of() : memory.hiddenBy(account);
    }

    /** Forgets what was chosen about an application that was erased. */
    void forget(String item) {
        store.forget(item);
        memory.drop();
    }

    /** A change on some node: reads again at the next question. */
    void changed() {
        memory.drop();
    }

    /** A user hid or showed something on some node. */
    void hiddenChanged(UUID accountId) {
        memory.dropHidden(accountId);
    }

    private static void check(String item) {
        if (!item.matches(ITEM)) {
            throw new IllegalArgumentException("item " + item + ": want app:<id> or connector:<id>");
        }
        if (item.equals(CONSOLE)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "error.console");
        }
    }
}
