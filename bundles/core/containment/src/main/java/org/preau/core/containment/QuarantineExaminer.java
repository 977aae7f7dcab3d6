package org.preau.core.containment;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;
import org.preau.api.containment.PluginState;

/** Tells the doctor that a plugin is stopped for a while, or left something behind. */
@Component
public final class QuarantineExaminer implements Examiner {
    private static final Texts TEXTS = Texts.of(QuarantineExaminer.class);

    private final DefaultContainment containment;

    /** Looks at this containment. */
    @Activate
    public QuarantineExaminer(@Reference DefaultContainment containment) {
        this.containment = containment;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        PluginState.Stop stop = containment
                .named(patient.name())
                .map(guard -> guard.breaker().stop())
                .orElse(null);
        if (stop != null) {
            findings.add(Finding.problem(
                    "quarantined",
                    both("stopped", stop.until().toString(), stop.why()),
                    both("stopped.cure", patient.name())));
        }
        List<String> remains = containment.leaks().of(patient.name());
        if (!remains.isEmpty()) {
            findings.add(
                    new Finding("left-behind", false, both("leaks", String.join(", ", remains)), both("leaks.cure")));
        }
        return findings;
    }

    private static LocalizedText both(String key, Object... arguments) {
        return new LocalizedText(
                TEXTS.text(java.util.Locale.FRENCH, key, arguments),
                TEXTS.text(java.util.Locale.ENGLISH, key, arguments));
    }
}
