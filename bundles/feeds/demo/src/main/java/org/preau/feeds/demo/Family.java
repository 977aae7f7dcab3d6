package org.preau.feeds.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord.Guardian;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;

/** A family while the schools are filled: its adults, and the children placed so far. */
final class Family {
    /** File name that findings would show. */
    static final String FILE = "demo";

    private static final String MOTHER = "10";
    private static final String FATHER = "20";

    private final int number;
    private final String surname;
    private final List<Names> adults;
    private final SchoolPlan home;
    private final List<String> children = new ArrayList<>();
    private int toPlace;

    Family(int number, String surname, List<Names> adults, SchoolPlan home, int toPlace) {
        this.number = number;
        this.surname = surname;
        this.adults = adults;
        this.home = home;
        this.toPlace = toPlace;
    }

    String surname() {
        return surname;
    }

    List<Names> adults() {
        return adults;
    }

    boolean hasMore() {
        return toPlace > 0;
    }

    boolean livesAt(SchoolPlan plan) {
        return home == plan;
    }

    void place(String childKey) {
        children.add(childKey);
        toPlace--;
    }

    /** What a child's record says of its guardians. */
    List<GuardianRef> refs() {
        List<GuardianRef> refs = new ArrayList<>();
        for (int i = 0; i < adults.size(); i++) {
            refs.add(new GuardianRef(key(i), adults.get(i).title().equals("M.") ? FATHER : MOTHER));
        }
        return refs;
    }

    /** The records of its adults, once every child is placed. */
    List<Guardian> guardians() {
        List<Guardian> records = new ArrayList<>();
        for (int i = 0; i < adults.size(); i++) {
            records.add(new Guardian(
                    FILE,
                    key(i),
                    adults.get(i),
                    null,
                    "",
                    Map.of(),
                    (1 + number % 60) + " rue des Écoliers",
                    home.postalCode(),
                    home.city(),
                    "FRANCE",
                    false,
                    List.copyOf(children),
                    Map.of()));
        }
        return records;
    }

    private String key(int adult) {
        return "R" + number + "-" + (adult + 1);
    }
}
