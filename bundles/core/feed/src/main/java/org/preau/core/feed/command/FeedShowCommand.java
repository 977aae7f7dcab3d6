package org.preau.core.feed.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedRun;
import org.preau.core.feed.run.ReviewStore;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;

/** {@code preau:feed-show}: one archive, what it changes by school and kind, what holds it, what was found. */
@Component
public final class FeedShowCommand implements PortalCommand {
    private final Desk desk;
    private final RunStore runs;
    private final ReviewStore reviews;

    /** Takes its services. */
    @Activate
    public FeedShowCommand(@Reference Desk desk, @Reference RunStore runs, @Reference ReviewStore reviews) {
        this.desk = desk;
        this.runs = runs;
        this.reviews = reviews;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("feed-show", "Shows an archive: difference by school and kind, findings")
                .argument("id", "its id, or the beginning of it")
                .flag("json", "prints one JSON object");
    }

    @Override
    public int run(CommandCall call) {
        UUID id = desk.named(call);
        StoredRun stored = runs.get(id);
        List<SchoolDifference> schools = new ArrayList<>();
        Page<SchoolDifference> page;
        do {
            page = reviews.schools(id, new PageRequest(schools.size(), PageRequest.MAX));
            schools.addAll(page.items());
        } while (!page.items().isEmpty() && schools.size() < page.total());
        if (call.flag("json")) {
            call.json(json(stored, schools));
        } else {
            print(call, stored, schools);
        }
        return OK;
    }

    private Map<String, Object> json(StoredRun stored, List<SchoolDifference> schools) {
        FeedRun run = stored.run();
        Map<String, Object> json = new LinkedHashMap<>(RunForm.line(run));
        json.put("sha256", run.sha256());
        json.put("bytes", run.bytes());
        json.put("generated", run.generated());
        json.put("ended", run.ended());
        json.put("progress", run.progress());
        json.put("reason", stored.reason());
        stored.undoOf().ifPresent(undone -> json.put("restores", undone));
        json.putAll(RunForm.result(run, desk.findings(run.id())));
        json.put("schools", schools.stream().map(FeedShowCommand::school).toList());
        json.put(
                "held",
                reviews.held(run.id(), PageRequest.first(PageRequest.MAX)).items());
        return json;
    }

    private static Map<String, Object> school(SchoolDifference school) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uai", school.code());
        json.put("name", school.name());
        json.put("kind", RunForm.lower(school.kind()));
        json.put("created", school.figures().created());
        json.put("changed", school.figures().changed());
        json.put("moved", school.figures().moved());
        json.put("unchanged", school.figures().unchanged());
        json.put("leaving", school.figures().leaving());
        json.put("before", school.figures().before());
        return json;
    }

    private void print(CommandCall call, StoredRun stored, List<SchoolDifference> schools) {
        RunForm.print(stored.run(), desk.findings(stored.id()), call.out());
        reviews.held(stored.id(), PageRequest.first(PageRequest.MAX)).items().forEach(each -> call.out()
                .println("held by " + each.code() + " " + each.name() + ": " + each.leaving() + " of " + each.before()
                        + " leave" + (each.accepted() ? ", accepted" : "")));
        call.table(
                List.of("SCHOOL", "NAME", "KIND", "BEFORE", "NEW", "CHANGED", "MOVED", "LEAVE"),
                schools.stream()
                        .map(each -> List.of(
                                each.code(),
                                each.name(),
                                RunForm.lower(each.kind()),
                                each.figures().before(),
                                each.figures().created(),
                                each.figures().changed(),
                                each.figures().moved(),
                                each.figures().leaving()))
                        .toList());
    }
}
