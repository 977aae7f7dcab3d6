package org.preau.core.connect.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:exchange-list}: what happened between the portal and a service, the latest first; without a connector what named none. */
@Component
public final class ExchangeListCommand implements PortalCommand {
    private static final int MOST = 100;

    private final SqlExchanges exchanges;

    /** Lists these. */
    @Activate
    public ExchangeListCommand(@Reference SqlExchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("exchange-list", "Lists the last exchanges with a service, and why some were refused")
                .optionalArgument("connector", "id of the connector; without it what could be told of none")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Map<String, Object>> lines = exchanges
                .latest(call.optional("connector").orElse(""), MOST)
                .stream()
                .map(ExchangeListCommand::line)
                .toList();
        if (call.flag("json")) {
            call.json(lines);
        } else {
            call.table(
                    List.of("AT", "STEP", "TIMES", "REFUSED"),
                    lines.stream().map(line -> List.copyOf(line.values())).toList());
        }
        return OK;
    }

    private static Map<String, Object> line(SqlExchanges.Entry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", entry.at().toString());
        line.put("step", entry.kind().step());
        line.put("times", entry.times());
        line.put("refused", entry.kind().refused().orElse(""));
        return line;
    }
}
