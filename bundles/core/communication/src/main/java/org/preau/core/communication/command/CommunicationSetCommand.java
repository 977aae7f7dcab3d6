package org.preau.core.communication.command;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.communication.Effective;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:communication-set}: sets the rule of an academy, a circonscription, a school (614B). */
@Component
public final class CommunicationSetCommand implements PortalCommand {
    private final CommunicationRules rules;
    private final Structures structures;

    /** Takes its services. */
    @Activate
    public CommunicationSetCommand(@Reference CommunicationRules rules, @Reference Structures structures) {
        this.rules = rules;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("communication-set", "Sets who may write to whom in a structure and below it")
                .argument("structure", "UAI of a school, number of an academy…")
                .argument("preset", "CLOSED, STAFF_ONLY, CLASS or OPEN; INHERIT leaves it to what is above")
                .flag("widening", "structures below may choose a wider rule")
                .option("guardians", "YES|NO", "whether guardians of a class may write to each other");
    }

    @Override
    public int run(CommandCall call) {
        Structure structure = structures
                .byCode(call.value("structure"))
                .orElseThrow(() -> new PortalException(
                        ErrorCode.NOT_FOUND, "no structure has the code " + call.value("structure"), null));
        String wanted = call.value("preset").toUpperCase(Locale.ROOT).replace('-', '_');
        Effective now = wanted.equals("INHERIT")
                ? rules.reset(Subject.SYSTEM, structure.id())
                : rules.set(
                        Subject.SYSTEM,
                        structure.id(),
                        new NewSetting(
                                preset(wanted),
                                call.flag("widening"),
                                call.optional("guardians").map(CommunicationSetCommand::yes)));
        call.out().println(structure.name() + ": " + now.preset());
        return OK;
    }

    private static Preset preset(String written) {
        try {
            return Preset.valueOf(written);
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException(
                    "no rule is called " + written + ": CLOSED, STAFF_ONLY, CLASS, OPEN or INHERIT");
        }
    }

    private static Boolean yes(String written) {
        return switch (written.toUpperCase(Locale.ROOT)) {
            case "YES" -> true;
            case "NO" -> false;
            default -> throw new MisusedCommandException("guardians is " + written + ": YES or NO");
        };
    }
}
