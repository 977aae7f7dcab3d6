package org.preau.core.directory.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.core.directory.SqlDirectory;
import org.preau.core.directory.SqlStructures;

/** {@code preau:directory-totals}: figures of the whole directory, of one school, or of each. */
@Component
public final class DirectoryTotalsCommand implements PortalCommand {
    private final SqlDirectory directory;
    private final SqlStructures structures;

    /** Takes its services. */
    @Activate
    public DirectoryTotalsCommand(@Reference SqlDirectory directory, @Reference SqlStructures structures) {
        this.directory = directory;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("directory-totals", "Counts schools, classes and people")
                .option("uai", "UAI", "of this school only")
                .flag("by-school", "of each school, by UAI")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        if (call.flag("by-school")) {
            Map<String, Map<String, Integer>> all = new LinkedHashMap<>();
            directory.totalsBySchool().forEach((uai, totals) -> all.put(uai, figures(totals)));
            call.optional("uai")
                    .ifPresent(uai -> all.keySet().retainAll(List.of(school(uai).code())));
            show(call, all);
        } else {
            Optional<Structure> school = call.optional("uai").map(this::school);
            Map<String, Integer> figures = figures(directory.totals(school.map(Structure::id)));
            if (call.flag("json")) {
                call.json(figures);
            } else {
                call.table(List.of("FIGURE", "COUNT"), rows(figures));
            }
        }
        return OK;
    }

    private Structure school(String uai) {
        return structures
                .byCode(uai)
                .filter(structure -> structure.kind() == StructureKind.SCHOOL)
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, "no school has the UAI " + uai, null));
    }

    private static void show(CommandCall call, Map<String, Map<String, Integer>> all) {
        if (call.flag("json")) {
            call.json(all);
            return;
        }
        List<String> head = new ArrayList<>(List.of("UAI"));
        head.addAll(figures(new DirectoryTotals(0, 0, 0, 0, 0, 0, 0, 0, 0)).keySet());
        List<List<?>> rows = new ArrayList<>();
        all.forEach((uai, figures) -> {
            List<Object> row = new ArrayList<>(List.of(uai));
            row.addAll(figures.values());
            rows.add(row);
        });
        call.table(head, rows);
    }

    private static List<List<?>> rows(Map<String, Integer> figures) {
        List<List<?>> rows = new ArrayList<>();
        figures.forEach((name, count) -> rows.add(List.of(name, count)));
        return rows;
    }

    private static Map<String, Integer> figures(DirectoryTotals totals) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("schools", totals.schools());
        figures.put("classes", totals.classes());
        figures.put("groups", totals.groups());
        figures.put("pupils", totals.pupils());
        figures.put("pupils_nursery", totals.pupilsNursery());
        figures.put("guardians", totals.guardians());
        figures.put("guardian_links", totals.guardianLinks());
        figures.put("teachers", totals.teachers());
        figures.put("other_staff", totals.otherStaff());
        return figures;
    }
}
