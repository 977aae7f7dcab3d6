package org.preau.core.directory.command.person;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.Lifecycle;

/** {@code preau:erasure-list}: certificates of erasure, the latest first. */
@Component(service = PortalCommand.class)
public final class ErasureListCommand implements PortalCommand {
    private final Lifecycle lifecycle;

    /** Takes its services. */
    @Activate
    public ErasureListCommand(@Reference Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("erasure-list", "Lists certificates of erasure, the latest first")
                .option("limit", "N", "how many, 100 by default")
                .option("offset", "N", "how many to skip")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<ErasureCertificate> all =
                lifecycle.certificates(Subject.SYSTEM, Words.page(call)).items();
        if (call.flag("json")) {
            call.json(all);
        } else {
            call.table(
                    List.of("ID", "AT", "RULE", "REASON", "ROWS"),
                    all.stream()
                            .map(each -> List.of(each.id(), each.at(), each.rule(), each.reason(), each.kinds()))
                            .toList());
        }
        return OK;
    }
}
