package org.preau.core.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.notification.Notification;
import org.preau.api.notification.Notifications.Choice;

/** What leaves the portal by mail and by short message, and to whom. */
@Requirement({"51C", "54L"})
class DeliveryTest extends NotificationWorld {
    private void deliver() {
        List.copyOf(scheduled).forEach(job::run);
        scheduled.clear();
    }

    @Test
    void mailsWhoChoseItAndIsConcernedAndNeverAPupil() {
        Account elsewhere = somebody(Profile.TEACHER, ROSES);
        for (Account account : List.of(guardian, pupil, elsewhere)) {
            notifications.choose(account.id(), "news", new Choice(true, true));
        }
        sendToLilas();
        deliver();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).contains(guardian.personId().toString());
            assertThat(mail.text())
                    .contains("https://ent.example/app/news/article/1")
                    .doesNotContain("Martin");
        });
    }

    @Test
    void mailsByDefaultWhoIsToldByHisAccount() {
        Account other = somebody(Profile.TEACHER, LILAS);
        notifications.choose(other.id(), "security", new Choice(true, false));
        notifications.send(
                Notification.toAccounts("security", TITLE, "/x", List.of(guardian.id(), pupil.id(), other.id())));
        deliver();
        assertThat(mails).hasSize(1);
        assertThat(unseen(other)).isEqualTo(1);
    }

    @Test
    void whatIsUrgentGoesByShortMessageToWhoGaveATelephoneAndIsConcerned() {
        Account elsewhere = somebody(Profile.TEACHER, ROSES);
        Account muted = somebody(Profile.TEACHER, LILAS);
        notifications.choose(muted.id(), "news", new Choice(false, false));
        for (Account account : List.of(guardian, pupil, elsewhere, muted)) {
            numbers.put(account.id(), "+336" + account.id().toString().substring(0, 8));
        }
        Notification told = Notification.toScopes("news", TITLE, "/app/news/article/1", List.of(LILAS));
        notifications.send(told);
        deliver();
        assertThat(texts).isEmpty();
        notifications.send(told.urgent(true));
        deliver();
        assertThat(texts).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo(numbers.get(guardian.id()));
            assertThat(text.text()).isEqualTo("Sortie jeudi https://ent.example/app/news/article/1");
        });
    }

    @Test
    void aLongTitleIsCutSoThatTheAddressFits() {
        numbers.put(guardian.id(), "+33612345678");
        String title = "L’école est fermée ".repeat(20);
        notifications.send(
                Notification.toScopes("news", new LocalizedText(title, title), "/app/news/article/1", List.of(LILAS))
                        .urgent(true));
        deliver();
        assertThat(texts.get(0).text())
                .hasSizeLessThanOrEqualTo(160)
                .startsWith("L’école est fermée")
                .endsWith("… https://ent.example/app/news/article/1");
    }
}
