package org.preau.signin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.Official;
import org.preau.api.signin.PortalSession;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeKeys;

class AgentTest extends AgentWorld {
    @Test
    @Requirement("322B")
    void agentEntersByHisAcademicAddress() throws IOException {
        Exchange begun = begin();
        assertThat(StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://ent.example/signin/agent/callback")
                .containsKeys("state", "nonce");
        assertThat(answer(begun).status()).isEqualTo(303);
        assertThat(signedIn).containsExactly(ada.id());
    }

    @Test
    void whoMustProveHimselfAnewIsAskedAnewAndKeepsHisWay() throws IOException {
        Exchange begun = send(Exchange.get("/signin/agent?renew=1&return=/app/news"));
        assertThat(StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery()))
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0");
        provider.user.put("auth_time", clock.instant().getEpochSecond());
        assertThat(answer(begun).status()).isEqualTo(303);
        assertThat(returnedTo).containsExactly("/app/news");
    }

    @Test
    void mailCountsWhereThereIsNoAcademicAddressAndUserInfoIsAsked() throws IOException {
        provider.user.remove("ctemail");
        provider.user.put("mail", "ada@ac-example.fr");
        answer(begin());
        provider.user.remove("mail");
        answer(begin());
        assertThat(signedIn).containsExactly(ada.id(), ada.id());
        provider.userInfoSubject = "somebody-else";
        assertThat(answer(begin()).status()).isEqualTo(403);
    }

    @Test
    void addressThatIsNotVerifiedCountsForNothing() throws IOException {
        provider.user.remove("ctemail");
        provider.user.put("email", "ada@ac-example.fr");
        provider.user.put("email_verified", false);
        provider.user.put("mail", "nobody@ac-example.fr");
        assertThat(answer(begin()).status()).isEqualTo(403);
    }

    @Test
    void nobodyIsMadeForUnknownAddress() throws IOException {
        byMail.clear();
        Exchange end = answer(begin());
        assertThat(end.status()).isEqualTo(403);
        assertThat(end.body()).contains("Aucun compte n&#39;a été créé").contains("directeur");
    }

    @Test
    void severalAccountsAreChosenFromOnce() throws IOException {
        Account other = account("ada.martinez2");
        byMail.put("ada@ac-example.fr", List.of(ada, other));
        Exchange offered = answer(begin());
        assertThat(offered.location()).isEqualTo("/signin/agent/choice");
        assertThat(send(Exchange.get("/signin/agent/choice").after(offered)).body())
                .contains("ada.martinez2");
        assertThat(choose(offered, UUID.randomUUID()).location()).isEqualTo("/signin");
        choose(offered, other.id());
        assertThat(choose(offered, ada.id()).location()).isEqualTo("/signin");
        assertThat(signedIn).containsExactly(other.id());
    }

    @Test
    @Requirement("621A")
    void functionsBecomeProposalsOnly() throws IOException {
        provider.user.put("FrEduFonctAdm", "DIR");
        provider.user.put("FrEduRneResp", List.of("0770001A$UAJ$PU$ND$T3$LYC$340", "0779999Z$UAJ", "rubbish"));
        answer(begin());
        assertThat(proposed).containsExactly(new Official(ada.personId(), ada.id(), school.id(), Profile.HEAD, "DIR"));
    }

    @Test
    @Requirement("322B")
    void servesStaffOfStateOnly() {
        assertThat(List.of(Profile.values()).stream().filter(counter::serves))
                .containsExactly(
                        Profile.TEACHER,
                        Profile.HEAD,
                        Profile.STAFF,
                        Profile.INSPECTOR,
                        Profile.ADVISER,
                        Profile.ACADEMY);
    }

    @Test
    void signOutGoesToProviderOnceWithItsToken() throws IOException {
        answer(begin());
        PortalSession ended = new PortalSession(
                SESSION,
                ada.id(),
                ada.personId(),
                "ada",
                "Ada",
                "M",
                "agent",
                clock.instant(),
                new PortalSession.Context(Profile.TEACHER, school.id(), "", "", null));
        assertThat(counter.signOut(ended).orElseThrow().toString())
                .startsWith("https://agents.example/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=https%3A%2F%2Fent.example%2Fsignin");
        assertThat(counter.signOut(ended)).isEmpty();
    }

    @Test
    void newKeyOfProviderIsFetchedUnknownOneIsNot() throws IOException {
        answer(begin());
        provider.key = StandInProvider.key("second");
        provider.published = provider.key;
        Exchange soon = answer(begin());
        assertThat(soon.status()).as("asked again too soon").isEqualTo(403);
        assertThat(provider.keyReads).isEqualTo(1);
    }

    @Test
    void providerThatIsDownSaysSo() throws IOException {
        provider.gone = true;
        assertThat(send(Exchange.get("/signin/agent")).status()).isEqualTo(503);
        assertThat(counter.available()).isFalse();
    }

    @Test
    void forgetsWhatNobodyFinished() throws IOException {
        Exchange begun = begin();
        new Visits(tx, new FakeKeys(), Clock.offset(clock, Duration.ofMinutes(16))).run("");
        refused(answer(begun));
    }
}
