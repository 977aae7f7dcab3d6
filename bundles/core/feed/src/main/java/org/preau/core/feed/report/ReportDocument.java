package org.preau.core.feed.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.ReviewStore;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;

/** Everything about a run as maps and lists, always the same for the same run: no samples, no names of people. Safe on any thread. */
@Component(service = ReportDocument.class)
public final class ReportDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RunStore runs;
    private final ReviewStore reviews;

    /** Takes its services. */
    @Activate
    public ReportDocument(@Reference RunStore runs, @Reference ReviewStore reviews) {
        this.runs = runs;
        this.reviews = reviews;
    }

    /** The document; keys in the order of writing. */
    Map<String, Object> of(UUID id) {
        StoredRun stored = runs.get(id);
        List<Object> findings = all(page -> reviews.findings(id, page), ReportDocument::finding);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "preau-feed-report");
        document.put("version", 1);
        document.put("run", run(stored));
        document.put("counts", stored.run().counts());
        document.put("difference", difference(stored.run()));
        document.put("schools", all(page -> reviews.schools(id, page), ReportDocument::school));
        document.put("held", all(page -> reviews.held(id, page), ReportDocument::held));
        document.put("errors", stored.run().errors());
        document.put("warnings", stored.run().warnings());
        document.put("findings", findings);
        document.put("findingsLeftOut", stored.run().errors() + stored.run().warnings() - findings.size());
        return document;
    }

    /** The document's bytes: JSON in UTF-8. */
    static byte[] bytes(Map<String, Object> document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> run(StoredRun stored) {
        FeedRun run = stored.run();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id().toString());
        json.put("system", run.system());
        json.put("file", run.fileName());
        json.put("sha256", run.sha256());
        json.put("bytes", run.bytes());
        json.put("received", run.received().toString());
        json.put("academy", run.academy());
        json.put("mode", run.mode());
        json.put("generated", Objects.toString(run.generated(), ""));
        json.put("state", lower(run.state()));
        json.put("outcome", run.outcome() == null ? "" : lower(run.outcome()));
        json.put("ended", Objects.toString(run.ended(), ""));
        json.put("reason", stored.reason());
        stored.undoOf().ifPresent(undone -> json.put("restores", undone.toString()));
        return json;
    }

    private static Map<String, Object> difference(FeedRun run) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        var difference = run.difference();
        if (difference != null) {
            difference.kinds().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> kinds.put(lower(each.getKey()), figures(each.getValue())));
        }
        return kinds;
    }

    private static Object finding(LoadFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", lower(finding.severity()));
        json.put("code", finding.code());
        json.put("file", finding.file());
        json.put("record", finding.record());
        json.put("attribute", finding.field());
        json.put("message", finding.message());
        json.put("message_fr", finding.text().fr());
        return json;
    }

    private static Object school(SchoolDifference school) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", school.code());
        json.put("name", school.name());
        json.put("kind", lower(school.kind()));
        json.putAll(figures(school.figures()));
        return json;
    }

    private static Object held(HeldSchool held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", held.code());
        json.put("name", held.name());
        json.put("before", held.before());
        json.put("leaving", held.leaving());
        json.put("accepted", held.accepted());
        return json;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("created", figures.created());
        json.put("changed", figures.changed());
        json.put("moved", figures.moved());
        json.put("unchanged", figures.unchanged());
        json.put("leaving", figures.leaving());
        json.put("before", figures.before());
        return json;
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private interface Pages<T> {
        Page<T> at(PageRequest page);
    }

    private interface Form<T> {
        Object of(T item);
    }

    private static <T> List<Object> all(Pages<T> pages, Form<T> form) {
        List<Object> all = new ArrayList<>();
        Page<T> page;
        do {
            page = pages.at(new PageRequest(all.size(), PageRequest.MAX));
            page.items().forEach(item -> all.add(form.of(item)));
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }
}
