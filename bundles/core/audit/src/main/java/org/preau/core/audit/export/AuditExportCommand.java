package org.preau.core.audit.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditQuery;
import org.preau.api.audit.AuditSeals;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Accounts;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.core.audit.QueryWords;

/** {@code preau:audit-export}: entries for a judicial request, signed; the export is itself an entry (71E). */
@Component(service = PortalCommand.class)
public final class AuditExportCommand implements PortalCommand {
    private final TrailExport export;
    private final Audit audit;
    private final AuditSeals seals;
    private final QueryWords words;

    /** Exports from this trail. */
    @Activate
    public AuditExportCommand(
            @Reference(target = "(preau.unit=audit)") Tx tx,
            @Reference Keys keys,
            @Reference Clock clock,
            @Reference Audit audit,
            @Reference AuditSeals seals,
            @Reference Accounts accounts) {
        this.export = new TrailExport(tx, keys, clock);
        this.audit = audit;
        this.seals = seals;
        this.words = new QueryWords(accounts, clock);
    }

    @Override
    public CommandSpec spec() {
        return QueryWords.declare(CommandSpec.of(
                        "audit-export",
                        "Writes entries of the audit trail for a judicial request: JSON lines, CSV, signature"))
                .requiredOption(
                        "to-file", "FILE", "the JSON lines; FILE.csv, .sha256, .sig and .pem are written beside it");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        AuditQuery query = words.read(call);
        if (query.from() == null || query.to() == null) {
            throw new MisusedCommandException("--from and --to are wanted: a request names its days");
        }
        Path file = call.file("to-file");
        for (Path each : TrailExport.files(file)) {
            if (Files.exists(each)) {
                call.err().println(each + " is there already");
                return FAILED;
            }
        }
        boolean done = false;
        try {
            seals.seal();
            TrailExport.Done written = export.write(query, seals.heads(), file);
            Map<String, String> details = new TreeMap<>(TrailExport.words(query));
            details.put("entries", Long.toString(written.entries()));
            details.put("sha256", written.sha256());
            audit.record(Subject.SYSTEM, "audit.export", "audit:entry", details);
            call.out().println(written.entries() + " entries in " + file + " (SHA-256 " + written.sha256() + ")");
            done = true;
            return OK;
        } finally {
            if (!done) {
                for (Path each : TrailExport.files(file)) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
