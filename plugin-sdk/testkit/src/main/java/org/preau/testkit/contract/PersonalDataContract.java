package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;

/**
 * What every part that keeps something about people obeys: it gives it to them, erases it, twice if asked, and never mixes people up. The part works on a database of the test, the people are made up:
 *
 * <pre>{@code
 * class NotesDataTest extends PersonalDataContract {
 *     private static Tx tx; // of a database that is opened before all, as at TestDatabase
 *
 *     protected PersonalData data() {
 *         return new NotesData(tx);
 *     }
 *
 *     protected void keepSomethingAbout(DataSubject who) {
 *         tx.writeSql(connection -> Rows.update(connection, "insert into notes.note (id, person_id) values (?, ?)", Ids.next(), who.personId()));
 *     }
 * }
 * }</pre>
 */
public abstract class PersonalDataContract {
    /** The part; it may be asked for more than once. */
    protected abstract PersonalData data();

    /** Makes the part keep something about that person, as it would by its own services; called with somebody new each time. */
    protected abstract void keepSomethingAbout(DataSubject who);

    /** Whether it erases by itself; no for a part whose data go with others'. */
    protected boolean erases() {
        return true;
    }

    /** Texts kept by {@link #keepSomethingAbout} that are secrets: hashes, keys, tokens. None of them may be in an archive; none by default. */
    protected List<String> secrets() {
        return List.of();
    }

    /** Its id is the name of a folder; its name is there in both languages; both stay. */
    @Test
    protected void namesItself() {
        assertThat(data().id()).as("the id").matches("[a-z][a-z0-9-]*").isEqualTo(data().id());
        Said.inBothLanguages("the name", data().name());
    }

    /** What it keeps about somebody is in his archive, and in nobody else's. */
    @Test
    protected void givesEverybodyHisOwn() throws IOException {
        DataSubject who = person();
        keepSomethingAbout(who);
        assertThat(export(who)).as("the archive of somebody it knows").isNotEmpty();
        assertThat(export(person())).as("the archive of somebody it never met").isEmpty();
    }

    /** The archive holds files with something in them, the same when asked again, and no secret. */
    @Test
    protected void givesWhatPeopleCanRead() throws IOException {
        DataSubject who = person();
        keepSomethingAbout(who);
        List<String> files = export(who);
        assertThat(files).as("the files of the archive").noneMatch(file -> file.endsWith(KeptArchive.EMPTY));
        assertThat(export(who)).as("the archive, asked for again").isEqualTo(files);
        for (String secret : secrets()) {
            assertThat(files).as("files with the secret " + secret).noneMatch(file -> file.contains(secret));
        }
    }

    /** After erasing nothing is left; others keep theirs. */
    @Test
    protected void erasesWhatItKeeps() throws IOException {
        DataSubject gone = person();
        DataSubject stays = person();
        keepSomethingAbout(gone);
        keepSomethingAbout(stays);
        List<String> theirs = export(stays);
        if (!erases()) {
            assertThat(data().erase(gone))
                    .as("how much was erased by a part that does not erase")
                    .isZero();
            return;
        }
        assertThat(data().erase(gone)).as("how much was erased").isPositive();
        assertThat(export(gone)).as("the archive of somebody erased").isEmpty();
        assertThat(export(stays)).as("the archive of somebody else").isEqualTo(theirs);
    }

    /** Erasing is repeated after a failure, and asked of parts that never met the person: neither harms. */
    @Test
    protected void forgetsPeopleAndNeverMindsStrangers() {
        DataSubject gone = person();
        keepSomethingAbout(gone);
        assertThatCode(() -> {
                    data().erase(gone);
                    data().erase(gone);
                    data().erase(person());
                    data().erase(new DataSubject(UUID.randomUUID(), List.of()));
                })
                .as("erasing once more, somebody it never met, and somebody without an account")
                .doesNotThrowAnyException();
        assertThat(data().erase(person()))
                .as("how much was erased of somebody it never met")
                .isZero();
    }

    private List<String> export(DataSubject who) throws IOException {
        KeptArchive archive = new KeptArchive();
        data().export(who, archive);
        return archive.contents();
    }

    private static DataSubject person() {
        return new DataSubject(UUID.randomUUID(), List.of(UUID.randomUUID()));
    }
}
