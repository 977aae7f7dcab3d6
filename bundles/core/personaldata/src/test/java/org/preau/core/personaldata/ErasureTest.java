package org.preau.core.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.personaldata.DataSubject;

/** Every part erases who is erased, whenever it can. */
class ErasureTest extends PartsWorld {
    private UUID erase() {
        UUID person = UUID.randomUUID();
        listener.on(new PersonErased(person, List.of(UUID.randomUUID())));
        return person;
    }

    @Test
    @Requirement("71C-F")
    void hasEveryPartEraseThePersonOnce() {
        Notes notes = new Notes("notes");
        Notes photos = new Notes("photos");
        parts.addData(notes);
        parts.addData(photos);
        clock.pass(Duration.ofSeconds(60));
        UUID person = erase();
        assertThat(scheduled).containsExactly("personaldata.erase/erased");

        job.run("erased");
        job.run("");

        assertThat(notes.erased).extracting(DataSubject::personId).containsExactly(person);
        assertThat(notes.erased.get(0).accountIds()).hasSize(1);
        assertThat(photos.erased).hasSize(1);
    }

    @Test
    void asksAPartThatFailedAgainAndTheOthersNot() {
        Notes notes = new Notes("notes");
        Notes broken = new Notes("broken");
        broken.fails = true;
        parts.addData(notes);
        parts.addData(broken);
        UUID person = erase();

        job.run("");
        assertThat(notes.erased).hasSize(1);
        broken.fails = false;
        job.run("");

        assertThat(broken.erased).extracting(DataSubject::personId).containsExactly(person);
        assertThat(notes.erased).hasSize(1);
    }

    @Test
    void asksAPartThatWasAwayWhenItIsBack() {
        Notes notes = new Notes("notes");
        parts.addData(notes);
        job.run("");
        parts.removeData(notes);
        clock.pass(Duration.ofSeconds(3600));
        UUID person = erase();
        job.run("");
        clock.pass(Duration.ofSeconds(3600));

        parts.addData(notes);
        job.run("");

        assertThat(notes.erased).extracting(DataSubject::personId).containsExactly(person);
    }

    @Test
    void doesNotAskAPartAboutThoseErasedBeforeItExisted() {
        erase();
        job.run("");
        clock.pass(Duration.ofSeconds(3600));
        Notes fresh = new Notes("fresh");
        parts.addData(fresh);

        job.run("");

        assertThat(fresh.erased).isEmpty();
    }
}
