package org.preau.core.connect.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.connect.Audience;
import org.preau.core.connect.ConnectorRegister;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRules;

/** {@code preau:connector-list}: every connector that is declared, by file or bundle, and what is wrong with it. */
@Component
public final class ConnectorListCommand implements PortalCommand {
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);
    private static final String PROBLEMS = "problems";
    private static final String FINDINGS = "findings";

    private final ConnectorRegister register;
    private final Audience audience;

    /** Lists this register. */
    @Activate
    public ConnectorListCommand(@Reference ConnectorRegister register, @Reference Audience audience) {
        this.register = register;
        this.audience = audience;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("connector-list", "Lists the connectors with their state and what to mend")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        register.reread();
        List<Entry> entries = register.entries();
        if (call.flag("json")) {
            call.json(entries.stream().map(this::asMap).toList());
            return OK;
        }
        call.table(
                List.of("ID", "VERSION", "STATE", "CATEGORY", "PROTOCOL", "NAME", "ORIGIN"),
                entries.stream().map(this::asMap).map(ConnectorListCommand::row).toList());
        entries.stream()
                .flatMap(entry -> findings(entry).stream())
                .map(ConnectorFinding::message)
                .forEach(call.out()::println);
        return OK;
    }

    private Map<String, Object> asMap(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", entry.id());
        map.put("version", entry.version());
        map.put("state", entry.state().word());
        map.put("category", entry.connector().map(Connector::category).orElse(0));
        map.put("protocol", entry.connector().map(Connector::protocol).orElse(""));
        map.put(
                "name",
                entry.connector().map(connector -> connector.name().fr()).orElse(""));
        map.put("origin", entry.origin());
        List<ConnectorFinding> findings = findings(entry);
        map.put(PROBLEMS, findings.stream().map(ConnectorFinding::message).toList());
        map.put(FINDINGS, FindingForm.of(findings));
        return map;
    }

    private List<ConnectorFinding> findings(Entry entry) {
        List<String> unknown = entry.connector().map(audience::unknownCodes).orElse(List.of());
        if (unknown.isEmpty()) {
            return entry.findings();
        }
        List<ConnectorFinding> findings = new ArrayList<>(entry.findings());
        findings.add(ConnectorFinding.of(TEXTS, "structures-unknown", "audience.structures", unknown.toString())
                .at(entry.origin()));
        return findings;
    }

    private static List<Object> row(Map<String, Object> map) {
        return map.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(PROBLEMS) && !entry.getKey().equals(FINDINGS))
                .map(Map.Entry::getValue)
                .toList();
    }
}
