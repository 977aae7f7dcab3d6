package org.preau.core.backup;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:backup-list}: the backups that are there, the newest first. */
@Component(service = PortalCommand.class)
public final class BackupListCommand implements PortalCommand {
    private final Backups backups;

    /** Lists these. */
    @Activate
    public BackupListCommand(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("backup-list", "Lists the backups, the newest first")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        List<Backup> all = backups.all();
        if (call.flag("json")) {
            call.json(all);
        } else {
            call.table(
                    List.of("MADE", "MB", "SECONDS", "ENCRYPTED", "OFFSITE", "FILE"),
                    all.stream()
                            .map(each -> List.of(
                                    each.made(),
                                    each.bytes() >> 20,
                                    each.seconds(),
                                    each.encrypted(),
                                    each.offsite(),
                                    each.file()))
                            .toList());
        }
        return OK;
    }
}
