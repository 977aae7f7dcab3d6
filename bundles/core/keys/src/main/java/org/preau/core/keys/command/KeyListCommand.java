package org.preau.core.keys.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.keys.SigningKeys.SigningKey;
import org.preau.core.keys.signing.SqlSigningKeys;

/** {@code preau:key-list}: the pairs that protocols sign with, and those that only verify. */
@Component
public final class KeyListCommand implements PortalCommand {
    private final SqlSigningKeys keys;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public KeyListCommand(@Reference SqlSigningKeys keys, @Reference Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("key-list", "Shows the signing keys of the protocols")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Line> lines = new ArrayList<>();
        for (String name : keys.names()) {
            String signs = keys.current(name).kid();
            keys.published(name).forEach(pair -> lines.add(line(name, pair, signs)));
        }
        if (call.flag("json")) {
            call.json(lines);
        } else {
            call.table(
                    List.of("NAME", "KID", "STATE", "SIGNS FROM", "CERTIFICATE UNTIL"),
                    lines.stream()
                            .map(one -> List.of(one.name, one.kid, one.state, one.signsFrom, one.until))
                            .toList());
        }
        return OK;
    }

    /** A pair as it is shown. */
    record Line(String name, String kid, String state, String signsFrom, String until) {}

    private Line line(String name, SigningKey pair, String signs) {
        String state = pair.kid().equals(signs)
                ? "signs"
                : pair.signsFrom().isAfter(clock.instant()) ? "announced" : "verifies";
        return new Line(
                name,
                pair.kid(),
                state,
                pair.signsFrom().toString(),
                pair.certificate().getNotAfter().toInstant().toString());
    }
}
