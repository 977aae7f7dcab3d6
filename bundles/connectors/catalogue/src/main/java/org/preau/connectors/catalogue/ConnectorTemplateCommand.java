package org.preau.connectors.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/**
 * {@code preau:connector-template}: without a word lists the native connectors; with a template and its blanks prints the connector file, ready for {@code DIR/etc}. Writes nothing itself: the operator
 * reads what he opens.
 */
@Component
public final class ConnectorTemplateCommand implements PortalCommand {
    private final Entries entries;

    /** Knows these templates. */
    @Activate
    public ConnectorTemplateCommand(@Reference Entries entries) {
        this.entries = entries;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("connector-template", "Lists the native connectors, or prints the file of one filled in")
                .optionalArgument("template", "which one")
                .repeatedOption("set", "BLANK=VALUE", "fills in a blank");
    }

    @Override
    public int run(CommandCall call) {
        if (call.optional("template").isEmpty()) {
            call.table(
                    List.of("TEMPLATE", "CATEGORY", "PROTOCOL", "CONFIRMED", "NAME", "BLANKS"),
                    entries.templates().stream()
                            .map(each -> List.of(
                                    each.id(),
                                    each.category(),
                                    each.protocol(),
                                    each.confirmed(),
                                    each.name().fr(),
                                    String.join(",", new TreeMap<>(each.blanks()).keySet())))
                            .toList());
            return OK;
        }
        ConnectorTemplate template = entries.templates().stream()
                .filter(each -> each.id().equals(call.value("template")))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("there is no template " + call.value("template")));
        Map<String, String> values = values(call.values("set"));
        new TreeMap<>(template.blanks()).forEach((blank, what) -> {
            if (!values.containsKey(blank)) {
                call.err().println("--set " + blank + "=…: " + what.en());
            }
        });
        try {
            Map<String, String> file = template.filled(values);
            call.out().println("# DIR/etc/org.preau.connector~" + template.id() + ".cfg");
            new TreeMap<>(file).forEach((key, value) -> call.out().println(key + " = " + value));
            return OK;
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> values(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new MisusedCommandException("--set " + word + ": write BLANK=VALUE");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return values;
    }
}
