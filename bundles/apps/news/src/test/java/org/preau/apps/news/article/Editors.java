package org.preau.apps.news.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.SettableClock;
import org.preau.testkit.TestDatabase;

/** A teacher, a colleague and a head who write for a class and a school, on a real database. */
abstract class Editors {
    static TestDatabase database;
    static Tx tx;

    final SettableClock time = new SettableClock();
    final Fakes.Allowing authorisation = new Fakes.Allowing();
    final Fakes.Published events = new Fakes.Published();
    final Fakes.Scheduled jobs = new Fakes.Scheduled();
    final Fakes.Trail audit = new Fakes.Trail();
    final FakeNotifications told = new FakeNotifications();
    final Newsroom newsroom =
            new Newsroom(tx, authorisation, audit, events, jobs, new Fakes.Hours(), time, new Announcements().by(told));
    final Newsstand newsstand = new Newsstand(tx, time);
    final ReadMarks marks = new ReadMarks(tx, time);

    final UUID school = Ids.next();
    final Scope ownClass = Scope.schoolClass(Ids.next());
    final Scope otherClass = Scope.schoolClass(Ids.next());
    final Author teacher = author("Claire Verdier", Profile.TEACHER);
    final Author colleague = author("Marc Imbert", Profile.TEACHER);
    final Author head = author("Sophie Lamy", Profile.HEAD);
    final Audience readers = new Audience(Map.of(ownClass.id(), "CE1", school, "Les Tilleuls"));

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new NewsUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void allow() {
        authorisation.allow(teacher.subject(), ownClass);
        authorisation.allow(teacher.subject(), Scope.structure(school));
        authorisation.allow(colleague.subject(), ownClass);
        authorisation.allow(head.subject(), ownClass);
        authorisation.allow(head.subject(), otherClass);
        authorisation.allow(head.subject(), Scope.structure(school));
    }

    void assertRefused(String key, Manuscript text) {
        assertThatThrownBy(() -> newsroom.publish(teacher, null, text))
                .isInstanceOfSatisfying(PortalException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                    assertThat(failure.messageKey()).isEqualTo(key);
                });
    }

    Page<Headline> headlines() {
        return newsstand.headlines(readers, PageRequest.first(20));
    }

    List<String> titles() {
        return headlines().items().stream().map(Headline::title).toList();
    }

    List<String> written(Author author) {
        return newsstand
                .writtenBy(Objects.requireNonNull(author.subject().accountId()), PageRequest.first(20))
                .items()
                .stream()
                .map(Headline::title)
                .toList();
    }

    List<String> unread(PortalSession reader) {
        return newsstand.unread(readers, marks.of(reader.accountId()), 10).items().stream()
                .map(Headline::title)
                .toList();
    }

    PortalSession session() {
        return new PortalSession(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                "lina.perrin",
                "Lina",
                "Perrin",
                "local",
                time.instant(),
                new PortalSession.Context(Profile.STUDENT, school, "Les Tilleuls", "0773901V", null));
    }

    Author author(String name, Profile profile) {
        return new Author(new Subject(Ids.next(), Ids.next(), profile, school), name);
    }

    static Manuscript text(String title, String body, Scope scope) {
        return new Manuscript(title, body, scope, false, false, null, null);
    }
}
