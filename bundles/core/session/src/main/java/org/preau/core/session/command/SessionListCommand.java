package org.preau.core.session.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code preau:session-list}: the running sessions, the latest first. */
@Component
public final class SessionListCommand implements PortalCommand {
    private final PortalSessions sessions;

    /** For the service registry. */
    @Activate
    public SessionListCommand(@Reference PortalSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("session-list", "Lists the running sessions, the latest first")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<PortalSession> all = all();
        if (call.flag("json")) {
            call.json(all.stream().map(SessionListCommand::map).toList());
        } else {
            call.table(
                    List.of("ID", "LOGIN", "PROFILE", "WHERE", "COUNTER", "SINCE"),
                    all.stream()
                            .map(session -> List.of(
                                    session.id(),
                                    session.login(),
                                    session.context().profile(),
                                    session.context().uai(),
                                    session.counter(),
                                    session.since()))
                            .toList());
        }
        return OK;
    }

    private List<PortalSession> all() {
        List<PortalSession> all = new ArrayList<>();
        int offset = 0;
        Page<PortalSession> page;
        do {
            page = sessions.list(new PageRequest(offset, PageRequest.MAX));
            all.addAll(page.items());
            offset += PageRequest.MAX;
        } while (offset < page.total());
        return all;
    }

    private static Map<String, Object> map(PortalSession session) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", session.id());
        map.put("login", session.login());
        map.put("account", session.accountId());
        map.put("name", session.displayName());
        map.put("profile", session.context().profile());
        map.put("uai", session.context().uai());
        map.put("counter", session.counter());
        map.put("since", session.since());
        return map;
    }
}
