package org.preau.core.connect.request;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:connector-request}: asks for a connector of a template, or takes a request one step on. */
@Component
public final class RequestCommand implements PortalCommand {
    private static final String ACTS = "check, accept, refuse, reconsider, withdraw, open, close";

    private final ConnectorRequests requests;
    private final Structures structures;

    /** Works with these. */
    @Activate
    public RequestCommand(@Reference ConnectorRequests requests, @Reference Structures structures) {
        this.requests = requests;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("connector-request", "Asks for a connector, or takes a request one step on")
                .argument("act", "new, " + ACTS)
                .optionalArgument("id", "the request; not for new")
                .option("template", "TEMPLATE", "for new: see connector-template")
                .repeatedOption("set", "BLANK=VALUE", "for new: fills in a blank of the template")
                .option("structure", "CODES", "for new whom it is for; for open and close to whom, with commas")
                .option("reason", "TEXT", "for refuse")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        ConnectorRequest request = call.value("act").equals("new") ? made(call) : acted(call);
        if (call.flag("json")) {
            call.json(RequestLines.asMap(request, structures));
        } else {
            call.out()
                    .println(request.id() + " " + request.connectorId() + " " + RequestLines.state(request)
                            + RequestLines.openedTo(request, structures));
        }
        return OK;
    }

    private ConnectorRequest made(CommandCall call) {
        Map<String, String> values = new HashMap<>();
        for (String word : call.values("set")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new MisusedCommandException("--set " + word + ": write BLANK=VALUE");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        Set<UUID> one = structures(call);
        if (one.size() != 1) {
            throw new MisusedCommandException("--structure names the one structure it is for");
        }
        return requests.request(Subject.SYSTEM, one.iterator().next(), call.value("template"), values);
    }

    private ConnectorRequest acted(CommandCall call) {
        Subject by = Subject.SYSTEM;
        UUID id = id(call.value("id"));
        return switch (call.value("act")) {
            case "check" -> requests.check(by, id);
            case "accept" -> requests.accept(by, id);
            case "refuse" -> requests.refuse(by, id, call.optional("reason").orElse(""));
            case "reconsider" -> requests.reconsider(by, id);
            case "withdraw" -> requests.withdraw(by, id);
            case "open" -> requests.open(by, id, structures(call));
            case "close" -> requests.close(by, id, structures(call));
            default -> throw new MisusedCommandException("the act is new or one of " + ACTS);
        };
    }

    private Set<UUID> structures(CommandCall call) {
        return Arrays.stream(call.value("structure").split(","))
                .map(code -> structures
                        .byCode(code.strip())
                        .map(Structure::id)
                        .orElseThrow(() -> new PortalException(
                                ErrorCode.NOT_FOUND, "no school or structure has the code " + code, null)))
                .collect(Collectors.toSet());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("no request has the id " + text + "; see connector-request-list");
        }
    }
}
