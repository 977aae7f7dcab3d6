package org.preau.core.directory.command.person;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.Lifecycle;

/** {@code preau:person-erase}: erases a person and prints the certificate. */
@Component(service = PortalCommand.class)
public final class PersonEraseCommand implements PortalCommand {
    private final Lifecycle lifecycle;
    private final Accounts accounts;

    /** Takes its services. */
    @Activate
    public PersonEraseCommand(@Reference Lifecycle lifecycle, @Reference Accounts accounts) {
        this.lifecycle = lifecycle;
        this.accounts = accounts;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("person-erase", "Erases a person for good and prints the certificate")
                .argument("person", "id, or login of the account")
                .requiredOption("reason", "TEXT", "why, without personal data: it stands on the certificate");
    }

    @Override
    public int run(CommandCall call) {
        UUID person = Words.person(accounts, call.value("person"));
        ErasureCertificate certificate = lifecycle.erase(Subject.SYSTEM, person, call.value("reason"));
        lifecycle.download(Subject.SYSTEM, certificate.id()).ifPresent(file -> call.out()
                .print(new String(file, StandardCharsets.UTF_8)));
        return OK;
    }
}
