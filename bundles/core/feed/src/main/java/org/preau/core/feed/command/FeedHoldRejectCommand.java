package org.preau.core.feed.command;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.core.feed.Acts;

/** {@code preau:feed-hold-reject}: refuses an archive on hold, or one that waits; nothing of it is applied. */
@Component
public final class FeedHoldRejectCommand implements PortalCommand {
    private final Desk desk;
    private final Acts acts;

    /** Takes its services. */
    @Activate
    public FeedHoldRejectCommand(@Reference Desk desk, @Reference Acts acts) {
        this.desk = desk;
        this.acts = acts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-hold-reject", "Refuses an archive on hold; nothing of it is applied")
                .argument("id", "its id, or the beginning of it")
                .option("reason", "TEXT", "why, for the report")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID id = desk.named(call);
        acts.reject(Subject.SYSTEM, id, call.optional("reason").orElse(""));
        desk.show(call, id);
        return OK;
    }
}
