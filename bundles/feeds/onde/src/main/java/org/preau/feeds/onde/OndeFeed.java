package org.preau.feeds.onde;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** Reads tables taken out of ONDE or BE1D (CSV). Nobody leaves by them: a table is of one school and one day, and often only a part. Safe on any thread. */
@Component(configurationPid = "org.preau.feeds.onde")
@Designate(ocd = OndeConfig.class)
public final class OndeFeed implements Feed {
    /** Texts of the bundle. */
    static final Texts TEXTS = Texts.of(OndeFeed.class);

    private final OndeForm form = new OndeForm();
    private final String academy;
    private final Clock clock;

    /** Takes its settings. */
    @Activate
    public OndeFeed(OndeConfig config, @Reference Clock clock) {
        this(config.academy(), clock);
    }

    OndeFeed(String academy, Clock clock) {
        this.academy = academy;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "onde";
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("feed.onde");
    }

    @Override
    public RecordForm form() {
        return form;
    }

    @Override
    public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
        Findings findings = new Findings(sink);
        Map<TableKind, Integer> counts = new EnumMap<>(TableKind.class);
        String code = code(options.academy().orElse(academy));
        String name = String.valueOf(file.getFileName());
        if (code.isEmpty()) {
            findings.error("no-academy", "", "");
        } else {
            sink.begin(code, false, LocalDate.now(clock));
            try {
                OndeFiles.forEachSchool(file, (uai, tables) -> school(uai, tables, counts, sink));
                if (counts.isEmpty() && !sink.rejected()) {
                    findings.error("no-onde-file", name, "");
                }
            } catch (IOException e) {
                findings.error("bad-archive", name, "", Reasons.of(e));
            }
        }
        Map<String, Integer> named = new LinkedHashMap<>();
        for (TableKind kind : TableKind.values()) {
            named.put(kind.label(), counts.getOrDefault(kind, 0));
        }
        return named;
    }

    private void school(String uai, Map<String, byte[]> tables, Map<TableKind, Integer> counts, FeedSink sink) {
        Findings findings = new Findings(sink);
        TableReader reader = new TableReader(findings);
        Map<String, SchoolTables> schools = new TreeMap<>();
        tables.forEach((file, bytes) -> reader.read(file, uai, bytes).ifPresent(table -> {
            counts.putIfAbsent(table.kind(), 0);
            for (Row row : table.rows()) {
                schools.computeIfAbsent(row.uai(), each -> new SchoolTables(each, findings))
                        .add(table.kind(), row);
            }
        }));
        for (SchoolTables each : schools.values()) {
            each.emit(form, sink).forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
        }
    }

    /** The code as the AAF writes it: two digits at least, no zeros before. */
    private static String code(String written) {
        String digits = written.strip().replaceFirst("^0+(?=.)", "");
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
