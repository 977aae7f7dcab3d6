package org.preau.core.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.containment.Finding;
import org.preau.core.doctor.Doctor.Diagnosis;

/** {@code preau:doctor ID}: explains why a plugin is not there, in words, with the cure. Exit status 0 it is well, 1 it is sick, 2 nobody knows it. */
@Component
public final class DoctorCommand implements PortalCommand {
    private static final int UNKNOWN = 2;

    private final Doctor doctor;

    /** Asks this doctor. */
    @Activate
    public DoctorCommand(@Reference Doctor doctor) {
        this.doctor = doctor;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("doctor", "Explains why a plugin is not there, and what to do about it")
                .argument("id", "symbolic name of its bundle, id of an application or of a connector")
                .option("lang", "fr|en", "language of the answer, English by default")
                .flag("json", "prints one JSON object with both languages");
    }

    @Override
    public int run(CommandCall call) {
        Locale locale = locale(call.optional("lang").orElse("en"));
        Diagnosis diagnosis = doctor.examine(call.value("id"));
        if (call.flag("json")) {
            call.json(json(diagnosis));
        } else {
            print(call, diagnosis, locale);
        }
        return switch (diagnosis.status()) {
            case WELL -> OK;
            case SICK -> FAILED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static Locale locale(String language) {
        if (!language.equals("fr") && !language.equals("en")) {
            throw new MisusedCommandException("--lang is fr or en");
        }
        return Locale.forLanguageTag(language);
    }

    private static void print(CommandCall call, Diagnosis diagnosis, Locale locale) {
        String name = diagnosis.bundle().isEmpty() ? diagnosis.id() : diagnosis.bundle() + " " + diagnosis.version();
        if (diagnosis.status() != Diagnosis.Status.UNKNOWN) {
            call.out().println(Words.text(locale, diagnosis.status().name(), name));
        }
        for (Finding finding : diagnosis.findings()) {
            call.out().println((finding.sick() ? "✗ " : "· ") + finding.what().in(locale));
            call.out().println("  → " + finding.cure().in(locale));
        }
    }

    private static Map<String, Object> json(Diagnosis diagnosis) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", diagnosis.id());
        map.put("bundle", diagnosis.bundle());
        map.put("version", diagnosis.version());
        map.put("status", diagnosis.status().name().toLowerCase(Locale.ROOT));
        map.put("findings", List.copyOf(diagnosis.findings()));
        return map;
    }
}
