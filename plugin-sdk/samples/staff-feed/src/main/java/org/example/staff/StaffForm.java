package org.example.staff;

import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;

/** Makes records of the columns; the same columns always give the same record, because the directory asks again later. */
final class StaffForm implements RecordForm {
    static final List<String> COLUMNS = List.of("cle", "uai", "ecole", "nom", "prenom", "fonction", "courriel");

    @Override
    public FeedRecord record(RecordKind kind, String key, String file, Map<String, List<String>> attributes) {
        return switch (kind) {
            case SCHOOL -> school(key, file, attributes);
            case STAFF -> staff(key, file, attributes);
            default -> throw new IllegalArgumentException("this feed brings no " + kind);
        };
    }

    private static FeedRecord school(String key, String file, Map<String, List<String>> columns) {
        String name = one(columns, "ecole");
        return new FeedRecord.School(file, key, key, name, "", "", "", "", "", "", "", "", "", "", columns);
    }

    private static FeedRecord staff(String key, String file, Map<String, List<String>> columns) {
        String school = one(columns, "uai");
        FeedRecord.Names names =
                new FeedRecord.Names(one(columns, "nom"), one(columns, "prenom"), List.of(), "", "");
        return new FeedRecord.Staff(
                file,
                key,
                names,
                null,
                one(columns, "courriel"),
                List.of(school),
                List.of(),
                false,
                List.of(new FeedRecord.Function(school, "", one(columns, "fonction"))),
                columns);
    }

    private static String one(Map<String, List<String>> columns, String name) {
        return columns.getOrDefault(name, List.of("")).get(0);
    }
}
