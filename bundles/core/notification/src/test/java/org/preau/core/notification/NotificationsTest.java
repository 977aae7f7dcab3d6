package org.preau.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.notification.Notification;
import org.preau.api.notification.Notifications.Choice;
import org.preau.api.notification.Notifications.Told;
import org.preau.api.notification.NotificationsChanged;
import org.preau.api.personaldata.DataSubject;

/** Who is told what in the portal, and when. */
@Requirement({"51C", "54L"})
class NotificationsTest extends NotificationWorld {
    @Test
    void isToldToThePeopleOfTheScopesAndToNobodyElse() {
        sendToLilas();
        assertThat(unseen(guardian)).isEqualTo(1);
        assertThat(unseen(pupil)).isEqualTo(1);
        assertThat(unseen(somebody(Profile.TEACHER, ROSES))).isZero();
        notifications.send(new Notification(
                "news", TITLE, "/x", List.of(LILAS), java.util.Set.of(Profile.GUARDIAN), List.of(), null, false));
        assertThat(unseen(guardian)).isEqualTo(2);
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void isNotToldToWhoCausedIt() {
        notifications.send(
                Notification.toScopes("news", TITLE, "/x", List.of(LILAS)).by(guardian.id()));
        assertThat(unseen(guardian)).isZero();
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void looksOnceAndStaysInTheList() {
        sendToLilas();
        clock.pass(Duration.ofSeconds(60));
        notifications.seen(guardian.id());
        clock.pass(Duration.ofSeconds(60));
        assertThat(unseen(guardian)).isZero();
        sendToLilas();
        assertThat(notifications
                        .told(guardian.id(), guardian.personId(), PageRequest.first(10))
                        .items())
                .extracting(Told::unseen)
                .containsExactly(true, false);
    }

    @Test
    void waitsForThePublicationHours() {
        closed = Duration.ofHours(11);
        sendToLilas();
        assertThat(unseen(guardian)).isZero();
        clock.pass(closed);
        assertThat(unseen(guardian)).isEqualTo(1);
    }

    @Test
    void isTakenBackWithWhatItLedTo() {
        sendToLilas();
        notifications.withdraw("/app/news/article/1");
        assertThat(unseen(guardian)).isZero();
        assertThat(published).contains(new NotificationsChanged(List.of(LILAS), List.of()));
    }

    @Test
    void aMutedCategoryIsNotShown() {
        notifications.choose(guardian.id(), "news", new Choice(false, false));
        sendToLilas();
        assertThat(unseen(guardian)).isZero();
        assertThat(unseen(pupil)).isEqualTo(1);
    }

    @Test
    void forgetsWhoIsErased() {
        notifications.choose(guardian.id(), "news", new Choice(true, true));
        notifications.send(Notification.toAccounts("security", TITLE, "/x", List.of(guardian.id())));
        new NotificationData(tx).erase(new DataSubject(guardian.personId(), List.of(guardian.id())));
        assertThat(notifications.choices(guardian.id()).values()).contains(new Choice(true, false));
        assertThat(unseen(guardian)).isZero();
    }
}
