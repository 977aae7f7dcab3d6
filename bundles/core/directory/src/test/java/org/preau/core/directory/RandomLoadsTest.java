package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preau.api.base.Requirement;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadSource;

/** What holds for every directory: found out on random ones. The seed is the name of the test. */
class RandomLoadsTest {
    private static final int STORIES = Integer.getInteger("preau.test.stories", 12);
    private static final int FIRST = Integer.getInteger("preau.test.seed", 1);

    private static TestSchools schools;
    private static int academies;

    private String academy = "";
    private LocalDate date = LocalDate.parse("2026-09-01");

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(FIRST, FIRST + STORIES).boxed().toList();
    }

    @BeforeAll
    static void open() {
        schools = new TestSchools();
    }

    @AfterAll
    static void drop() {
        schools.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Requirement("44B")
    void deltasEqualTheCompleteArchiveOfTheirEnd(long seed) {
        RandomSchools story = begin(seed);
        complete(story.complete());
        for (int i = 0; i < 3; i++) {
            changes(story, 6);
            delta(story);
            List<String> byDeltas = DirectoryPicture.of(schools.tx, academy);
            if (i == 1) {
                assertThat(complete(story.complete()).difference).isTrue();
                same(seed, byDeltas, DirectoryPicture.of(schools.tx, academy));
            }
        }
        List<String> byDeltas = DirectoryPicture.of(schools.tx, academy);
        complete(story.complete());
        same(seed, byDeltas, DirectoryPicture.of(schools.tx, academy));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Requirement("44C")
    void undoGivesTheFormerStateAndUndoingTheUndoTheLaterOne(long seed) {
        RandomSchools story = begin(seed);
        complete(story.complete());
        List<String> first = DirectoryPicture.of(schools.tx, academy);
        List<String> firstIds = DirectoryPicture.ids(schools.tx, academy);
        changes(story, 8);
        UUID second = seed % 2 == 0 ? complete(story.complete()).id : delta(story);
        changes(story, 8);
        if (seed % 3 == 0) {
            complete(story.complete());
        } else {
            delta(story);
        }
        List<String> third = DirectoryPicture.of(schools.tx, academy);
        List<String> thirdIds = DirectoryPicture.ids(schools.tx, academy);
        UUID undo = undo(second);
        same(seed, first, DirectoryPicture.of(schools.tx, academy));
        same(seed, firstIds, DirectoryPicture.ids(schools.tx, academy));
        undo(undo);
        same(seed, third, DirectoryPicture.of(schools.tx, academy));
        same(seed, thirdIds, DirectoryPicture.ids(schools.tx, academy));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void appliedTwiceChangesNothing(long seed) {
        RandomSchools story = begin(seed);
        complete(story.complete());
        changes(story, 10);
        complete(story.complete());
        List<String> once = DirectoryPicture.of(schools.tx, academy);
        assertThat(complete(story.complete()).difference).as("seed %d", seed).isTrue();
        same(seed, once, DirectoryPicture.of(schools.tx, academy));
    }

    private static void same(long seed, List<String> expected, List<String> found) {
        assertThat(DirectoryPicture.differences(expected, found))
                .as("seed %d", seed)
                .isEmpty();
    }

    private RandomSchools begin(long seed) {
        academies++;
        academy = "R" + academies;
        return new RandomSchools(seed, academies);
    }

    private static void changes(RandomSchools story, int many) {
        story.mark();
        for (int i = 0; i < many; i++) {
            story.change();
        }
    }

    private record Done(UUID id, boolean difference) {}

    private Done complete(List<FeedRecord> records) {
        return apply(true, load -> records.forEach(load::add));
    }

    private UUID delta(RandomSchools story) {
        return apply(false, story::delta).id;
    }

    private Done apply(boolean complete, Consumer<DirectoryLoad> records) {
        date = date.plusDays(1);
        LoadSource source = new LoadSource("aaf", academy, complete, date, academy + date);
        try (DirectoryLoad load = schools.loads.open(source, TestSchools.FORM)) {
            records.accept(load);
            assertThat(load.check())
                    .extracting(LoadFinding::severity, LoadFinding::code)
                    .doesNotContain(org.assertj.core.groups.Tuple.tuple(LoadFinding.Severity.WARNING, "unknown-record"));
            boolean empty = load.difference().isEmpty();
            assertThat(load.apply(Leavers.all()).isEmpty()).isEqualTo(empty);
            return new Done(load.id(), empty);
        }
    }

    private static UUID undo(UUID id) {
        try (DirectoryLoad load = schools.loads.openUndo(id, TestSchools.FORM)) {
            load.apply(Leavers.all());
            return load.id();
        }
    }
}
