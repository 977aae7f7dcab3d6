package org.preau.core.communication.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Setting;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:communication-list}: what was set, academy by academy, the latest first. */
@Component
public final class CommunicationListCommand implements PortalCommand {
    private final CommunicationRules rules;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public CommunicationListCommand(@Reference CommunicationRules rules, @Reference Structures structures) {
        this.rules = rules;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("communication-list", "Lists the rules that were set on who may write to whom")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Structure root : structures.roots()) {
            Page<Setting> page;
            int read = 0;
            do {
                page = rules.settings(Subject.SYSTEM, root.id(), new PageRequest(read, PageRequest.MAX));
                page.items().forEach(each -> all.add(row(each)));
                read += page.items().size();
            } while (!page.items().isEmpty() && read < page.total());
        }
        if (call.flag("json")) {
            call.json(all);
        } else {
            call.table(
                    List.of("CODE", "NAME", "SET", "HOLDS", "WIDENING", "GUARDIANS", "AT"),
                    all.stream()
                            .map(row -> List.copyOf(
                                    row.values().stream().map(String::valueOf).toList()))
                            .toList());
        }
        return OK;
    }

    private Map<String, @Nullable Object> row(Setting setting) {
        NewSetting what = setting.setting().orElseThrow();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(
                "structure",
                structures.byId(setting.structureId()).map(Structure::code).orElse(""));
        row.put(
                "name",
                structures.byId(setting.structureId()).map(Structure::name).orElse(""));
        row.put("preset", what.preset().name());
        row.put("effective", rules.effective(setting.structureId()).preset().name());
        row.put("wideningAllowed", what.wideningAllowed());
        row.put("guardiansTogether", what.guardiansTogether().orElse(null));
        row.put("at", setting.at().toString());
        return row;
    }
}
