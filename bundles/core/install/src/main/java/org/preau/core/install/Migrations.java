package org.preau.core.install;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.preau.api.supervision.HealthCheck;

/** What became of the schema of a bundle, as persistence tells it in its health. */
class Migrations {
    private static final Pattern UNIT = Pattern.compile("\\(preau\\.unit=([a-z][a-z0-9_]*)\\)");
    private static final String UNITS = "units";

    private final BundleContext context;

    Migrations(BundleContext context) {
        this.context = context;
    }

    /** The unit that a target filter names; empty for none. */
    static String unitOf(@Nullable String target) {
        Matcher matcher = UNIT.matcher(target == null ? "" : target);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Why the schema of a unit cannot be used; empty while it was not tried. */
    String fault(String unit) {
        for (ServiceReference<HealthCheck> reference : checks()) {
            HealthCheck check = context.getService(reference);
            try {
                if (check != null && check.name().equals(UNITS)) {
                    return fault(unit, check.health().detail());
                }
            } finally {
                context.ungetService(reference);
            }
        }
        return "";
    }

    static String fault(String unit, String detail) {
        String begin = unit + " failed: ";
        for (String part : detail.split("; ", -1)) {
            if (part.startsWith(begin)) {
                return part.substring(begin.length());
            }
        }
        return "";
    }

    private Collection<ServiceReference<HealthCheck>> checks() {
        try {
            return context.getServiceReferences(HealthCheck.class, null);
        } catch (InvalidSyntaxException e) {
            return List.of();
        }
    }
}
