package org.preau.core.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** A directory of pupils and their schools in one table, so that it stands and falls with the transaction. */
public final class FakeDirectory implements DirectoryLoads {
    private final Tx tx;
    private final Map<UUID, Map<String, String>> formerly = new HashMap<>();
    private Runnable beforeApply = () -> {};

    public FakeDirectory(Tx tx) {
        this.tx = tx;
        tx.writeSql(connection -> Rows.update(
                connection, "create table if not exists feed.fake_pupil (key text primary key, school text)"));
    }

    /** Done once, within the next application. */
    public void onceBeforeApply(Runnable what) {
        beforeApply = what;
    }

    public Map<String, String> pupils() {
        return tx.readSql(connection -> {
            Map<String, String> all = new TreeMap<>();
            Rows.list(
                            connection,
                            "select key, school from feed.fake_pupil",
                            row -> List.of(row.getString(1), row.getString(2)))
                    .forEach(each -> all.put(each.get(0), each.get(1)));
            return all;
        });
    }

    public void replace(Map<String, String> pupils) {
        tx.writeSql(connection -> {
            Rows.update(connection, "delete from feed.fake_pupil");
            for (Map.Entry<String, String> each : pupils.entrySet()) {
                Rows.update(connection, "insert into feed.fake_pupil values (?, ?)", each.getKey(), each.getValue());
            }
            return 0;
        });
    }

    @Override
    public DirectoryLoad open(LoadSource source, RecordForm form) {
        return new Load(source.complete() ? new TreeMap<>() : pupils());
    }

    @Override
    public DirectoryLoad openUndo(UUID loadId, RecordForm form) {
        return new Load(new TreeMap<>(formerly.getOrDefault(loadId, Map.of())));
    }

    private final class Load implements DirectoryLoad {
        private final UUID id = UUID.randomUUID();
        private final Map<String, String> wanted;

        Load(Map<String, String> wanted) {
            this.wanted = wanted;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public void add(FeedRecord record) {
            wanted.put(record.key(), ((FeedRecord.Pupil) record).schools().get(0));
        }

        @Override
        public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(RecordKind kind, String key, String file) {
            wanted.remove(key);
        }

        @Override
        public List<LoadFinding> check() {
            return List.of();
        }

        @Override
        public LoadDifference difference() {
            Map<RecordKind, Figures> kinds = new EnumMap<>(RecordKind.class);
            for (RecordKind kind : RecordKind.values()) {
                kinds.put(kind, Figures.NONE);
            }
            kinds.put(RecordKind.PUPIL, figures(""));
            return new LoadDifference(kinds);
        }

        private Figures figures(String school) {
            Map<String, String> now = pupils();
            int created = 0;
            int moved = 0;
            int same = 0;
            int leaving = 0;
            int before = 0;
            TreeSet<String> keys = new TreeSet<>(now.keySet());
            keys.addAll(wanted.keySet());
            for (String key : keys) {
                String from = now.getOrDefault(key, "");
                String to = wanted.getOrDefault(key, "");
                if (!school.isEmpty() && !school.equals(from) && !school.equals(to)) {
                    continue;
                }
                before += from.isEmpty() || !school.isEmpty() && !school.equals(from) ? 0 : 1;
                created += from.isEmpty() ? 1 : 0;
                leaving += to.isEmpty() ? 1 : 0;
                same += from.equals(to) ? 1 : 0;
                moved += from.isEmpty() || to.isEmpty() || from.equals(to) ? 0 : 1;
            }
            return new Figures(created, moved, moved, same, leaving, before);
        }

        @Override
        public Page<SchoolDifference> bySchool(PageRequest page) {
            TreeSet<String> schools = new TreeSet<>(pupils().values());
            schools.addAll(wanted.values());
            List<SchoolDifference> rows = new ArrayList<>();
            schools.forEach(school ->
                    rows.add(new SchoolDifference(school, "École " + school, RecordKind.PUPIL, figures(school))));
            int from = Math.min(page.offset(), rows.size());
            return new Page<>(rows.subList(from, Math.min(from + page.limit(), rows.size())), rows.size());
        }

        @Override
        public List<ChangeSample> samples(String schoolCode, RecordKind kind, Change change, int most) {
            return List.of(new ChangeSample(kind, change, "1", "Lou " + schoolCode, ""));
        }

        @Override
        public LoadDifference apply(Leavers leavers) {
            return tx.writeSql(connection -> {
                Runnable todo = beforeApply;
                beforeApply = () -> {};
                Map<String, String> now = pupils();
                LoadDifference done = difference();
                Map<String, String> next = new TreeMap<>(wanted);
                if (leavers instanceof Leavers.OfSchools some) {
                    now.forEach((key, school) -> {
                        if (!some.codes().contains(school)) {
                            next.putIfAbsent(key, school);
                        }
                    });
                }
                formerly.put(id, now);
                replace(next);
                todo.run();
                return done;
            });
        }

        @Override
        public void close() {}
    }
}
