package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;

/** What every part that keeps something about people obeys: it gives it away, erases it, twice if asked, and never mixes people up. */
public abstract class PersonalDataContract {
    /** The part. */
    protected abstract PersonalData data();

    /** Makes the part keep something about that person, by its own services. */
    protected abstract void keepSomethingAbout(DataSubject who);

    /** Its id is the name of a folder; its name is there in both languages. */
    @Test
    protected void namesItself() {
        assertThat(data().id()).as("the id").matches("[a-z][a-z0-9-]*");
        Said.inBothLanguages("the name", data().name());
    }

    /** What it keeps about somebody is in his archive, and in nobody else's. */
    @Test
    protected void givesEverybodyHisOwn() throws IOException {
        DataSubject who = person(1);
        keepSomethingAbout(who);
        assertThat(export(who).files()).as("the archive of somebody it knows").isNotEmpty();
        assertThat(export(person(2)).files())
                .as("the archive of somebody it never met")
                .isEmpty();
    }

    /** After erasing nothing is left; once more harms nothing; others keep theirs. */
    @Test
    protected void erasesWhatItKeeps() throws IOException {
        DataSubject gone = person(3);
        DataSubject stays = person(4);
        keepSomethingAbout(gone);
        keepSomethingAbout(stays);
        assertThat(data().erase(gone)).as("how much was erased").isPositive();
        assertThat(export(gone).files()).as("the archive of somebody erased").isEmpty();
        assertThat(export(stays).files()).as("the archive of somebody else").isNotEmpty();
        assertThatCode(() -> data().erase(gone)).as("erasing once more").doesNotThrowAnyException();
    }

    private KeptArchive export(DataSubject who) throws IOException {
        KeptArchive archive = new KeptArchive();
        data().export(who, archive);
        return archive;
    }

    private static DataSubject person(int number) {
        return new DataSubject(new UUID(number, 1), List.of(new UUID(number, 2)));
    }
}
