package org.preau.core.admin.console.security;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structures;
import org.preau.api.signin.Switchboard;
import org.preau.core.admin.console.Perimeters;

/** What the screen of the switchboard works with. */
@Component(service = SecurityDesk.class)
public final class SecurityDesk {
    final Switchboard switchboard;
    final Structures structures;
    final Accounts accounts;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public SecurityDesk(
            @Reference Switchboard switchboard,
            @Reference Structures structures,
            @Reference Accounts accounts,
            @Reference Perimeters perimeters) {
        this.switchboard = switchboard;
        this.structures = structures;
        this.accounts = accounts;
        this.perimeters = perimeters;
    }
}
