package org.preau.core.connect.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.connect.ConnectorRegister;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.exchange.WhatLeaves;

/** {@code preau:connector-check}: what would leave for a connector, for somebody fictitious of each profile, and what to mend. Looks nobody up, sends and keeps nothing. */
@Component
public final class ConnectorCheckCommand implements PortalCommand {
    private final ConnectorRegister register;
    private final WhatLeaves leaves;

    /** Checks by these. */
    @Activate
    public ConnectorCheckCommand(@Reference ConnectorRegister register, @Reference WhatLeaves leaves) {
        this.register = register;
        this.leaves = leaves;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("connector-check", "Shows what would leave for a connector, and what to mend")
                .argument("connector", "its id, or the name of its file")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        String wanted = call.value("connector");
        register.reread();
        List<Entry> entries = register.entries().stream()
                .filter(entry -> entry.id().equals(wanted) || entry.origin().equals(wanted))
                .toList();
        if (entries.isEmpty()) {
            call.err().println("there is no connector " + wanted + "; see connector-list");
            return FAILED;
        }
        if (call.flag("json")) {
            call.json(entries.stream().map(this::asMap).toList());
        } else {
            entries.forEach(entry -> print(call, entry));
        }
        return entries.stream()
                        .allMatch(entry -> entry.serves() && entry.problems().isEmpty())
                ? OK
                : FAILED;
    }

    private Map<String, Object> asMap(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", entry.id());
        map.put("origin", entry.origin());
        map.put("state", entry.state().word());
        map.put("problems", entry.problems());
        map.put("findings", FindingForm.of(entry.findings()));
        map.put("leaves", entry.connector().map(this::shown).orElse(List.of()));
        return map;
    }

    private List<Map<String, Object>> shown(Connector connector) {
        return leaves.shown(connector, Locale.ENGLISH);
    }

    private void print(CommandCall call, Entry entry) {
        call.out()
                .println(entry.id() + " (" + entry.origin() + "): "
                        + entry.state().word());
        entry.problems().forEach(problem -> call.out().println("  to mend: " + problem));
        entry.connector().ifPresent(connector -> call.out()
                .println("  would leave to " + connector.launchUrl().getHost() + ": " + leaves.summary(connector)));
    }
}
