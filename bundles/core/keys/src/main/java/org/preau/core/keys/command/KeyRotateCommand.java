package org.preau.core.keys.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.core.keys.signing.SqlSigningKeys;

/** {@code preau:key-rotate}: a new pair for a protocol, published now, that signs later. Audited. */
@Component
public final class KeyRotateCommand implements PortalCommand {
    private static final String HOURS = "24";

    private final SqlSigningKeys keys;
    private final Audit audit;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public KeyRotateCommand(@Reference SqlSigningKeys keys, @Reference Audit audit, @Reference Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("key-rotate", "Makes a new signing key for a protocol")
                .argument("name", "as key-list shows it, such as sso.oidc or sso.oidc.es256")
                .option("hours", "HOURS", "hours until it signs, " + HOURS + " unless told; services fetch it by then");
    }

    @Override
    public int run(CommandCall call) {
        String name = call.value("name");
        if (!keys.names().contains(name)) {
            call.err().println("no protocol has signed with a key " + name + " yet");
            return FAILED;
        }
        Instant from = clock.instant().plus(hours(call.optional("hours").orElse(HOURS)));
        audit.record(Subject.SYSTEM, "keys.rotate", "key:" + name, Map.of("signsFrom", from.toString()));
        keys.rotate(name, from);
        call.out().println("a new key of " + name + " is published; it signs from " + from);
        return OK;
    }

    private static Duration hours(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new MisusedCommandException("--hours: want a number, such as " + HOURS);
        }
        return Duration.ofHours(Integer.parseInt(text));
    }
}
