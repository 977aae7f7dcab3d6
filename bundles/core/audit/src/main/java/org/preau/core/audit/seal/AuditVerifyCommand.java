package org.preau.core.audit.seal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditSeals;
import org.preau.api.audit.AuditVerdict;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;

/** {@code preau:audit-verify}: whether the audit trail is as it was written (71E). Exit status 0 intact, 1 not. */
@Component(service = PortalCommand.class)
public final class AuditVerifyCommand implements PortalCommand {
    private final AuditSeals seals;

    /** Verifies these. */
    @Activate
    public AuditVerifyCommand(@Reference AuditSeals seals) {
        this.seals = seals;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("audit-verify", "Looks whether the audit trail is as it was written; fails if it is not")
                .option(
                        "head",
                        "NODE:NUMBER:HASH",
                        "a head written down before (preau:audit-head) that must be in the chain")
                .flag("json", "prints a JSON object");
    }

    @Override
    public int run(CommandCall call) {
        List<AuditHead> known =
                call.optional("head").map(AuditVerifyCommand::head).stream().toList();
        long began = System.nanoTime();
        seals.seal();
        AuditVerdict verdict = seals.verify(known);
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        if (call.flag("json")) {
            call.json(json(verdict, millis));
        } else {
            call.out()
                    .printf(
                            "%s: %d entries under %d seals, %d waiting, %d details (erased), %d seals of pruned entries, in %d ms%n",
                            verdict.intact() ? "intact" : "NOT INTACT",
                            verdict.entries(),
                            verdict.seals(),
                            verdict.pending(),
                            verdict.erased(),
                            verdict.pruned(),
                            millis);
            verdict.heads().forEach(head -> call.out().println("head " + head.text()));
            verdict.findings().forEach(each -> call.out()
                    .println(each.kind() + " at " + each.at() + " seal " + each.seal() + ": " + each.detail()));
        }
        return verdict.intact() ? OK : FAILED;
    }

    private static Map<String, Object> json(AuditVerdict verdict, long millis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("intact", verdict.intact());
        json.put("entries", verdict.entries());
        json.put("seals", verdict.seals());
        json.put("pending", verdict.pending());
        json.put("erased", verdict.erased());
        json.put("pruned", verdict.pruned());
        json.put("millis", millis);
        json.put("heads", verdict.heads());
        json.put("findings", verdict.findings());
        return json;
    }

    private static AuditHead head(String text) {
        try {
            return HeadFile.read(text);
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("--head wants NODE:NUMBER:HASH as preau:audit-head prints it");
        }
    }
}
