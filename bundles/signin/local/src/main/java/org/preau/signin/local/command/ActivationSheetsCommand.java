package org.preau.signin.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;
import org.preau.api.signin.ActivationSheets;

/** {@code preau:activation-sheets}: the sheets of a school or class, to print. */
@Component
public final class ActivationSheetsCommand implements PortalCommand {
    private final ActivationSheets sheets;
    private final Structures structures;

    /** For the service registry. */
    @Activate
    public ActivationSheetsCommand(@Reference ActivationSheets sheets, @Reference Structures structures) {
        this.sheets = sheets;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("activation-sheets", "Writes the first sign-in sheets of a school as HTML to print")
                .argument("uai", "UAI of the school")
                .option("class", "NAME", "this class only")
                .option("out", "FILE", "file to write, readable by its owner only; else standard output")
                .flag("json", "one JSON array of cards instead");
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Structure school = structures
                .byCode(call.value("uai"))
                .orElseThrow(() ->
                        new PortalException(ErrorCode.NOT_FOUND, "no school has the UAI " + call.value("uai"), null));
        Optional<String> className = call.optional("class");
        if (call.flag("json")) {
            call.json(sheets.cards(Subject.SYSTEM, school.id(), className));
        } else if (call.optional("out").isPresent()) {
            Path file = call.file("out");
            write(file, sheets.html(Subject.SYSTEM, school.id(), className));
            call.err().println("written to " + file);
        } else {
            call.out().println(sheets.html(Subject.SYSTEM, school.id(), className));
        }
        return OK;
    }

    /** The sheets open accounts: nobody else on the machine is to read them. */
    private static void write(Path file, String html) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, html, StandardCharsets.UTF_8);
    }
}
