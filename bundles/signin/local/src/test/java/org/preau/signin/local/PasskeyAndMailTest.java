package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.notification.MessageGateway.Message;
import org.preau.signin.local.factor.Authenticator;
import org.preau.testkit.Exchange;

/** The second factor of administrators: passkeys and codes by mail. */
class PasskeyAndMailTest extends AdministratorWorld {
    @Test
    @Requirement("611D")
    void passkeyIsMadeThenProvesWhoItIs() throws Exception {
        Authenticator device = new Authenticator();
        Exchange start = enrol(device);
        post(start, "/signin/local/enrol", "enter", "");
        Exchange next = counter.signIn("ada.martinez", GOOD);
        assertThat(prove(next, device).status()).isEqualTo(303);
        assertThat(counter.signedIn).containsExactly(admin.id(), admin.id());
        assertThat(counter.audited).contains("signin.factor-prove account:" + admin.id());
    }

    @Test
    void passkeyOfPhishingPageOrWithoutVerifiedUserIsRefused() throws Exception {
        Authenticator device = new Authenticator();
        enrol(device);
        device.origin = "https://ent.example.evil";
        assertThat(prove(counter.signIn("ada.martinez", GOOD), device).status()).isEqualTo(403);
        device.origin = "https://ent.example";
        device.flags = 0x01;
        assertThat(prove(counter.signIn("ada.martinez", GOOD), device).status()).isEqualTo(403);
        device.flags = 0x05;
        assertThat(prove(counter.signIn("ada.martinez", GOOD), device).status()).isEqualTo(303);
    }

    @Test
    void copyOfPasskeyAndAnswerToOtherQuestionAreRefused() throws Exception {
        Authenticator device = new Authenticator();
        enrol(device);
        assertThat(prove(counter.signIn("ada.martinez", GOOD), device).status()).isEqualTo(303);
        device.count = 0;
        assertThat(prove(counter.signIn("ada.martinez", GOOD), device).status())
                .as("a count that went back")
                .isEqualTo(403);
        device.count = 10;
        Exchange first = counter.signIn("ada.martinez", GOOD);
        String answer = device.get(
                optionsOf(counter.send(Exchange.get("/signin/local/factor").after(first))));
        Exchange second = counter.signIn("ada.martinez", GOOD);
        assertThat(send(second, "/signin/local/factor", answer).status())
                .as("another sign-in's answer")
                .isEqualTo(403);
        assertThat(send(second, "/signin/local/factor", "{}").status()).isEqualTo(403);
    }

    @Test
    @Requirement("611D")
    void codeGoesToAcademicMailboxWithoutPersonalData() throws Exception {
        counter.mailbox.open = true;
        school.email = "ada.martinez@ac-example.fr";
        Exchange password = counter.signIn("ada.martinez", GOOD);
        assertThat(password.location()).isEqualTo("/signin/local/factor");
        post(password, "/signin/local/factor", "mail", "");
        counter.wired.mailed.run(counter.mailbox.asked.get(0));

        Message mail = counter.mailbox.mailed.get(0);
        assertThat(mail.to()).isEqualTo("ada.martinez@ac-example.fr");
        assertThat(mail.subject() + mail.text()).doesNotContainIgnoringCase("martinez");
        String code = codeIn(mail);
        assertThat(post(password, "/signin/local/factor", "mailed", "000000").status())
                .isEqualTo(code.equals("000000") ? 303 : 403);
        assertThat(post(password, "/signin/local/factor", "mailed", code).status())
                .isEqualTo(303);
        assertThat(counter.signedIn).containsExactly(admin.id());
    }

    @Test
    void mailedCodeEndsAfterFiveTriesAndMailsAfterThree() throws Exception {
        counter.mailbox.open = true;
        school.email = "ada.martinez@ac-example.fr";
        Exchange password = counter.signIn("ada.martinez", GOOD);
        for (int i = 0; i < 3; i++) {
            assertThat(post(password, "/signin/local/factor", "mail", "").status())
                    .isEqualTo(303);
        }
        assertThat(post(password, "/signin/local/factor", "mail", "").status()).isEqualTo(429);
        assertThat(counter.mailbox.asked).hasSize(3);
    }

    private Exchange enrol(Authenticator device) throws Exception {
        Exchange start = counter.signIn("ada.martinez", GOOD);
        Exchange page = counter.send(Exchange.get("/signin/local/enrol").after(start));
        assertThat(send(start, "/signin/local/enrol", device.create(optionsOf(page)))
                        .status())
                .isEqualTo(200);
        return start;
    }

    private Exchange prove(Exchange password, Authenticator device) throws Exception {
        Exchange page = counter.send(Exchange.get("/signin/local/factor").after(password));
        return send(password, "/signin/local/factor", device.get(optionsOf(page)));
    }

    private Exchange send(Exchange browser, String path, String answer) throws IOException {
        return counter.send(Exchange.post(path)
                .after(browser)
                .parameter("csrf", "ours")
                .parameter("act", "passkey")
                .parameter("credential", answer));
    }

    private static String optionsOf(Exchange page) {
        Matcher found = Pattern.compile("data-passkey=\"([^\"]+)\"").matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1).replace("&quot;", "\"").replace("&#x3D;", "=").replace("&amp;", "&");
    }

    private static String codeIn(Message mail) {
        Matcher found = Pattern.compile("\\b(\\d{6})\\b").matcher(mail.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
