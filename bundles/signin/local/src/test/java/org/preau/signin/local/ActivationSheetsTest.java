package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Scope;
import org.preau.api.signin.ActivationSheets.Card;
import org.preau.signin.local.command.AccountCreateCommand;
import org.preau.signin.local.command.ActivationSheetsCommand;

/** Sheets of codes and cards, printed and by commands. */
class ActivationSheetsTest extends LocalCounterWorld {
    private static final PrintStream QUIET =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @Test
    void givesPupilPassphraseThatHeCanTypeAnyhow() throws IOException {
        Account pupil = school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        Card card = card(pupil);

        assertThat(card.code()).isNull();
        assertThat(card.passphrase().split(" ")).hasSize(3);
        assertThat(counter.signIn(
                                "emma.martinez", card.passphrase().toUpperCase().replace(" ", "-"))
                        .status())
                .isEqualTo(303);
        school.state(pupil.id(), AccountState.ACTIVE);
        assertThat(card(pupil).passphrase()).isEqualTo(card.passphrase());
    }

    @Test
    void printsCardsByClassAndLeavesOutActiveAdults() throws IOException {
        school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        school.child(guardian, "Emma");
        school.account("head.person", Profile.HEAD, AccountState.INACTIVE);
        school.account("gone.person", Profile.GUARDIAN, AccountState.LEAVING);

        List<Card> cards = counter.sheets.cards(Subject.SYSTEM, school.school.id(), Optional.empty());
        String html = counter.sheets.html(Subject.SYSTEM, school.school.id(), Optional.of("cp a"));

        assertThat(cards).extracting(Card::login).containsExactly("emma.martinez", "paul.martinez", "head.person");
        assertThat(cards.get(1).children()).containsExactly("Emma");
        assertThat(html)
                .contains("paul.martinez", cards.get(1).code(), cards.get(0).passphrase())
                .contains("Famille de Emma", "https://ent.example", "CP A : Familles")
                .contains("École &lt;du&gt; Nord")
                .doesNotContain("head.person");
        assertThat(counter.audited).contains("signin.sheets structure:" + school.school.id());
    }

    @Test
    void printsSheetsForWhomItIsAllowedOnly() {
        Subject by = new Subject(teacher.id(), teacher.personId(), Profile.TEACHER, school.school.id());
        counter.allowed.add(Scope.schoolClass(school.cp.id()));

        assertThat(counter.sheets.cards(by, school.school.id(), Optional.of("CP A")))
                .isEmpty();
        assertThatThrownBy(() -> counter.sheets.cards(by, school.school.id(), Optional.empty()))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> counter.sheets.cards(by, school.school.id(), Optional.of("CM2")))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void commandMakesAccountReadyForUse(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("password"), GOOD + "\n");

        int status = create(folder, "zoe.durand", "--password-file", "password", "--active");

        assertThat(status).isZero();
        Account made = school.byLogin("zoe.durand").orElseThrow();
        assertThat(made.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(counter.charters).containsExactly(made.id());
        assertThat(counter.signIn("zoe.durand", GOOD).status()).isEqualTo(303);
    }

    @Test
    void commandGivesCodeWherePasswordIsMissing(@TempDir Path folder) throws Exception {
        assertThat(create(folder, "zoe.durand")).isZero();
        assertThat(printed).contains("code: ").contains("state: INACTIVE");
        assertThatThrownBy(() -> create(folder, "zoe.durand", "--active")).isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> create(folder, "zoe.durand")).isInstanceOf(PortalException.class);
    }

    @Test
    void commandWritesSheetsThatOnlyTheirOwnerReads(@TempDir Path folder) throws Exception {
        school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        var command = new ActivationSheetsCommand(counter.sheets, school.structures());

        int status = command.run(
                CommandCall.read(command.spec(), List.of("0770001A", "--out", "sheets.html"), folder, QUIET, QUIET));

        assertThat(status).isZero();
        assertThat(Files.readString(folder.resolve("sheets.html"))).contains("emma.martinez");
        assertThat(Files.getPosixFilePermissions(folder.resolve("sheets.html"))).hasSize(2);
    }

    private String printed = "";

    private int create(Path folder, String login, String... more) throws Exception {
        var command = new AccountCreateCommand(
                tx, school.accounts(), school.structures(), counter.credentials, counter.passwords, counter.signIns);
        List<String> words = new java.util.ArrayList<>(List.of(
                login, "--profile", "teacher", "--uai", "0770001A", "--first-name", "Zoé", "--last-name", "Durand"));
        words.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        int status = command.run(CommandCall.read(
                command.spec(), words, folder, new PrintStream(out, true, StandardCharsets.UTF_8), QUIET));
        printed = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}
