package org.preau.core.directory.command;

import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.audit.Audit;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:class-assign}: attaches a teacher to a class; the AAF of the first degree does not say who teaches where. */
@Component
public final class ClassAssignCommand implements PortalCommand {
    private final Accounts accounts;
    private final Structures structures;
    private final Directory directory;
    private final Audit audit;

    /** Takes its services. */
    @Activate
    public ClassAssignCommand(
            @Reference Accounts accounts,
            @Reference Structures structures,
            @Reference Directory directory,
            @Reference Audit audit) {
        this.accounts = accounts;
        this.structures = structures;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("class-assign", "Attaches a teacher to a class of his school")
                .argument("login", "login of the teacher")
                .argument("uai", "UAI of the school")
                .argument("class", "name of the class, quoted if it has blanks")
                .flag("remove", "takes the teacher off the class instead");
    }

    @Override
    public int run(CommandCall call) {
        String login = call.value("login");
        String name = call.value("class");
        Account account = accounts.byLogin(login).orElseThrow(() -> notFound("no account has the login " + login));
        Structure school = structures
                .byCode(call.value("uai"))
                .orElseThrow(() -> notFound("no school has the UAI " + call.value("uai")));
        UUID schoolClass = directory.classesOf(school.id()).stream()
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .map(SchoolClass::id)
                .findFirst()
                .orElseThrow(() -> notFound("no class of " + school.code() + " is called " + name));
        boolean remove = call.flag("remove");
        if (remove) {
            directory.unassignTeacher(schoolClass, account.personId());
        } else {
            directory.assignTeacher(schoolClass, account.personId());
        }
        Map<String, String> details = Map.of("login", account.login(), "school", school.code(), "class", name);
        audit.record(Subject.SYSTEM, remove ? "class.unassign" : "class.assign", "class:" + schoolClass, details);
        call.out()
                .println(account.login() + (remove ? " no longer teaches " : " teaches ") + name + " of "
                        + school.name());
        return OK;
    }

    private static PortalException notFound(String message) {
        return new PortalException(ErrorCode.NOT_FOUND, message, null);
    }
}
