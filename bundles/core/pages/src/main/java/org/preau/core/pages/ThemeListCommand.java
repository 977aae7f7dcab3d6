package org.preau.core.pages;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

/** {@code preau:theme-list}: the themes that are there, and why some are refused. */
@Component
public final class ThemeListCommand implements PortalCommand {
    private final Themes themes;

    /** Lists these. */
    @Activate
    public ThemeListCommand(@Reference Themes themes) {
        this.themes = themes;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("theme-list", "Lists the themes, and why some are refused")
                .flag("json", "prints a JSON array");
    }

    @Override
    public int run(CommandCall call) {
        List<Line> lines = themes.all().stream()
                .map(each -> new Line(
                        each.theme().id(),
                        each.theme().name().in(Locale.ENGLISH),
                        each.problems().isEmpty() ? "good" : "refused",
                        each.problems()))
                .toList();
        if (call.flag("json")) {
            call.json(lines);
        } else {
            call.table(
                    List.of("ID", "NAME", "STATE", "WHY"),
                    lines.stream()
                            .map(line -> List.<Object>of(
                                    line.id(), line.name(), line.state(), String.join("; ", line.problems())))
                            .toList());
        }
        return OK;
    }

    /**
     * A line of the list.
     *
     * @param id id of the theme
     * @param name its name
     * @param state {@code good} or {@code refused}
     * @param problems why
     */
    public record Line(String id, String name, String state, List<String> problems) {}
}
