package org.preau.core.backup;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:backup-now}: saves the instance and says where (74A). Exit status 1 when that failed, or its off-site copy. */
@Component(service = PortalCommand.class)
public final class BackupNowCommand implements PortalCommand {
    private final Backups backups;

    /** Makes these. */
    @Activate
    public BackupNowCommand(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("backup-now", "Saves the whole instance and verifies what was written; nobody is stopped")
                .flag("json", "prints a JSON object");
    }

    @Override
    public int run(CommandCall call) throws InterruptedException {
        try {
            Backup made = backups.make();
            if (call.flag("json")) {
                call.json(made);
            } else {
                call.out().printf("%s: %d MB in %s s, verified%n", made.file(), made.bytes() >> 20, made.seconds());
            }
            if (made.offsiteFailed()) {
                call.err().println("off-site copy " + made.offsite());
                return FAILED;
            }
            return OK;
        } catch (IOException e) {
            call.err().println("no backup: " + e.getMessage());
            return FAILED;
        }
    }
}
