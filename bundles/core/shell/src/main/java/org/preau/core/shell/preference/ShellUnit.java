package org.preau.core.shell.preference;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The shell's schema; it speaks SQL only. */
@Component
public final class ShellUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "shell";
    }
}
