package org.preau.core.directory.command.person;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.lifecycle.Retention;
import org.preau.api.directory.lifecycle.RetentionPeriod;

/** {@code preau:retention-list}: how long each kind of personal data is kept (74I). */
@Component(service = PortalCommand.class)
public final class RetentionListCommand implements PortalCommand {
    private final Retention retention;

    /** Takes its services. */
    @Activate
    public RetentionListCommand(@Reference Retention retention) {
        this.retention = retention;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("retention-list", "Shows how long each kind of personal data is kept")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<RetentionPeriod> periods = retention.periods();
        if (call.flag("json")) {
            call.json(periods);
        } else {
            call.table(
                    List.of("KIND", "PROFILE", "DAYS", "SETTING", "REASON"),
                    periods.stream()
                            .map(each -> List.of(
                                    each.kind(),
                                    each.profile(),
                                    each.days() < 0 ? "always" : each.days(),
                                    each.setting(),
                                    each.reason().en()))
                            .toList());
        }
        return OK;
    }
}
