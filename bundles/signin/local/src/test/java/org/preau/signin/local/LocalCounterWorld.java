package org.preau.signin.local;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.signin.ActivationSheets.Card;

/** The counter of a small school with one teacher who has a password. */
abstract class LocalCounterWorld extends LocalSchoolWorld {
    Counter counter;
    Account teacher;

    @BeforeEach
    void wire() {
        counter = counter(Map.of());
        teacher = school.account("ada.martinez", Profile.TEACHER, AccountState.ACTIVE);
        counter.passwords.set(Subject.SYSTEM, teacher.id(), GOOD);
    }

    Card card(Account account) {
        return counter.sheets.cards(Subject.SYSTEM, school.school.id(), Optional.of("CP A")).stream()
                .filter(card -> card.accountId().equals(account.id()))
                .findFirst()
                .orElseThrow();
    }
}
