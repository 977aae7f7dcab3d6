package org.preau.feeds.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.Function;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.FeedRecord.Pupil;
import org.preau.api.directory.load.FeedRecord.School;
import org.preau.api.directory.load.FeedRecord.Staff;

/**
 * Makes the records of the six pilot schools: about 600 pupils, their families and the personnel, all invented. The same school year gives the same records. Used once, by one thread.
 */
final class DemoGenerator {
    private static final List<String> NURSERY = List.of("TPS", "PS", "MS", "GS");
    private static final List<String> LEVELS = List.of("TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2");

    private final int schoolYear;
    private final Random chance = new Random(20_26);
    private final People people = new People(chance);
    private final List<Family> families = new ArrayList<>();
    private final Consumer<FeedRecord> out;
    private final Family bridge;
    private int pupils;
    private int staff;

    /**
     * A generator for one school year.
     *
     * @param schoolYear the year in which it begins
     * @param out takes each record
     */
    DemoGenerator(int schoolYear, Consumer<FeedRecord> out) {
        this.schoolYear = schoolYear;
        this.out = out;
        this.bridge = family(SchoolPlan.ALL.get(0), 2);
    }

    /** Gives every record to the consumer, schools first; returns who is to be shown. */
    DemoCast run() {
        SchoolPlan.ALL.forEach(plan -> out.accept(school(plan)));
        SchoolPlan.ALL.forEach(this::fill);
        SchoolPlan.ALL.forEach(this::personnel);
        families.forEach(family -> family.guardians().forEach(out));
        Names shown = bridge.adults().get(0);
        return new DemoCast(shown.firstName(), shown.lastName());
    }

    private static School school(SchoolPlan plan) {
        return new School(
                Family.FILE,
                plan.key(),
                plan.uai(),
                plan.name(),
                plan.type(),
                "PU",
                "1 place de l'École",
                plan.postalCode(),
                plan.city(),
                "ce." + plan.uai().toLowerCase(java.util.Locale.ROOT) + "@ecoles.example",
                "01 99 00 " + plan.digits() % 100 + " 00",
                SchoolPlan.CIRCONSCRIPTION,
                plan.insee(),
                plan.rpi(),
                Map.of());
    }

    private void fill(SchoolPlan plan) {
        for (int i = 0; i < plan.classes().size(); i++) {
            String name = plan.classes().get(i);
            ClassRef schoolClass = new ClassRef(plan.key(), "C" + (i + 1), name);
            int seats = 19 + chance.nextInt(6);
            List<Family> here = new ArrayList<>();
            for (int seat = 0; seat < seats; seat++) {
                Family family = seat == 0 && bridgeSits(plan, name) ? bridge : family(plan, here);
                here.add(family);
                pupil(plan, schoolClass, family);
            }
        }
    }

    /** One family has a child in each of the two schools of the same town. */
    private static boolean bridgeSits(SchoolPlan plan, String className) {
        return plan.digits() == 773901 && className.equals("CM2 A")
                || plan.digits() == 773902 && className.equals("CE1-CE2");
    }

    private Family family(SchoolPlan plan, List<Family> sittingHere) {
        if (chance.nextInt(100) < 30) {
            for (Family family : families) {
                if (family != bridge && family.hasMore() && family.livesAt(plan) && !sittingHere.contains(family)) {
                    return family;
                }
            }
        }
        return family(plan, 1 + (chance.nextInt(100) < 40 ? 1 : 0) + (chance.nextInt(100) < 10 ? 1 : 0));
    }

    private Family family(SchoolPlan plan, int children) {
        String surname = people.surname();
        List<Names> adults = new ArrayList<>();
        adults.add(people.adult(surname, true));
        if (chance.nextInt(100) < 75) {
            adults.add(people.adult(chance.nextInt(100) < 80 ? surname : people.surname(), false));
        }
        Family family = new Family(families.size() + 1, surname, adults, plan, children);
        families.add(family);
        return family;
    }

    private void pupil(SchoolPlan plan, ClassRef schoolClass, Family family) {
        List<String> levels = SchoolPlan.levels(schoolClass.name());
        String level = levels.get(chance.nextInt(levels.size()));
        int age = LEVELS.indexOf(level) + 2;
        String key = "P" + ++pupils;
        family.place(key);
        out.accept(new Pupil(
                Family.FILE,
                key,
                String.format("99%07dDE", pupils),
                people.child(family.surname()),
                LocalDate.ofYearDay(schoolYear - age, 1 + chance.nextInt(365)),
                "",
                List.of(plan.key()),
                List.of(schoolClass),
                List.of(),
                level,
                NURSERY.contains(level),
                family.refs(),
                Map.of()));
    }

    private void personnel(SchoolPlan plan) {
        staff(plan, true, plan.headTeaches(), "DIR", "DIRECTION D'ÉCOLE");
        int others = plan.classes().size() - (plan.headTeaches() ? 1 : 0);
        for (int i = 0; i < others; i++) {
            staff(plan, false, true, "ENS", "ENSEIGNEMENT");
        }
        if (plan.classes().size() > 2) {
            staff(plan, false, false, "AESH", "ACCOMPAGNEMENT D'ÉLÈVES EN SITUATION DE HANDICAP");
        }
    }

    private void staff(SchoolPlan plan, boolean head, boolean teacher, String code, String label) {
        out.accept(new Staff(
                Family.FILE,
                "A" + ++staff,
                people.adult(people.surname(), chance.nextInt(100) < 80),
                null,
                "",
                List.of(plan.key()),
                head ? List.of(plan.key()) : List.of(),
                teacher,
                List.of(new Function(plan.key(), code, label)),
                Map.of()));
    }
}
