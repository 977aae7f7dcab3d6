package org.preau.core.shell.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:dev-notice}: what {@code preau dev} shows in open pages while a plugin does not build. */
@Component
public final class DevNoticeCommand implements PortalCommand {
    private static final int LONGEST = 8_000;

    private final DevNotices notices;

    /** Called by the component runtime. */
    @Activate
    public DevNoticeCommand(@Reference DevNotices notices) {
        this.notices = notices;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of(
                        "dev-notice",
                        "Shows a text of a plugin's developer at the head of every open page, or takes it away")
                .argument("plugin", "its id")
                .option("file", "FILE", "holds the text, UTF-8; without it the notice is taken away");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        String text = "";
        if (call.optional("file").isPresent()) {
            text = Files.readString(call.file("file"), StandardCharsets.UTF_8).strip();
        }
        notices.say(call.value("plugin"), text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        return OK;
    }
}
