package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Grants;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;

class DefaultAuthorisationTest {
    private static final UUID ACADEMY = UUID.randomUUID();
    private static final UUID CIRCONSCRIPTION = UUID.randomUUID();
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID OTHER_SCHOOL = UUID.randomUUID();
    private static final Scope CLASS = Scope.schoolClass(UUID.randomUUID());
    private static final Scope OTHER_CLASS = Scope.schoolClass(UUID.randomUUID());
    private static final Set<Profile> WRITERS = Set.of(Profile.TEACHER, Profile.HEAD, Profile.INSPECTOR);

    private final FakeDirectory directory = new FakeDirectory();
    private final FakeGrants grants = new FakeGrants();
    private final Rules rules = new Rules();
    private final DefaultAuthorisation authorisation = new DefaultAuthorisation(rules, grants, directory, directory);

    @BeforeEach
    void build() {
        directory.put(ACADEMY, Set.of(ACADEMY));
        directory.put(CIRCONSCRIPTION, Set.of(CIRCONSCRIPTION, ACADEMY));
        directory.put(SCHOOL, Set.of(SCHOOL, CIRCONSCRIPTION, ACADEMY));
        directory.put(OTHER_SCHOOL, Set.of(OTHER_SCHOOL, ACADEMY));
        directory.put(new SchoolClass(CLASS.id(), SCHOOL, "CP", 1));
        directory.put(new SchoolClass(OTHER_CLASS.id(), OTHER_SCHOOL, "CP", 1));
        rules.addRule(new Rule("news.write", WRITERS, Set.of(Role.ADM), true));
        rules.addRule(new Rule("class.toggle", Set.of(Profile.TEACHER, Profile.HEAD), Set.of(), false));
    }

    /** Who may do what where: own class, own school, other class, other school; for each action. */
    @ParameterizedTest
    @CsvSource({
        "TEACHER,   news.write,   yes, yes, no, no",
        "HEAD,      news.write,   yes, yes, no, no",
        "INSPECTOR, news.write,   yes, yes, no, no",
        "STAFF,     news.write,   no,  no,  no, no",
        "STUDENT,   news.write,   no,  no,  no, no",
        "GUARDIAN,  news.write,   no,  no,  no, no",
        "TEACHER,   class.toggle, yes, no,  no, no",
        "HEAD,      class.toggle, yes, yes, no, no",
        "INSPECTOR, class.toggle, no,  no,  no, no",
        "HEAD,      no.such,      no,  no,  no, no",
    })
    @Requirement("6A")
    void followsTheMatrix(
            Profile profile, String action, String ownClass, String ownSchool, String otherClass, String otherSchool) {
        Subject subject = subject(profile);
        assertThat(yesOrNo(subject, action, CLASS)).isEqualTo(ownClass);
        assertThat(yesOrNo(subject, action, Scope.structure(SCHOOL))).isEqualTo(ownSchool);
        assertThat(yesOrNo(subject, action, OTHER_CLASS)).isEqualTo(otherClass);
        assertThat(yesOrNo(subject, action, Scope.structure(OTHER_SCHOOL))).isEqualTo(otherSchool);
        assertThat(yesOrNo(subject, action, Scope.structure(ACADEMY))).isEqualTo("no");
        assertThat(yesOrNo(subject, action, Scope.schoolClass(UUID.randomUUID())))
                .isEqualTo("no");
    }

    @Test
    void allowsThePortalItselfEverything() {
        assertThat(authorisation.allows(Subject.SYSTEM, "no.such", CLASS)).isTrue();
    }

    @Test
    void allowsOverThePerimeterOfAGrantWhereTheRuleNamesItsRole() {
        Subject guardian = subject(Profile.GUARDIAN);
        grants.give(guardian, Role.ADM, CIRCONSCRIPTION);
        assertThat(authorisation.allows(guardian, "news.write", CLASS)).isTrue();
        assertThat(authorisation.allows(guardian, "news.write", OTHER_CLASS)).isFalse();
        assertThat(authorisation.allows(guardian, "class.toggle", CLASS)).isFalse();
        assertThat(authorisation.perimeterOf(guardian, "news.write")).containsExactly(CIRCONSCRIPTION);
        assertThat(authorisation.perimeterOf(guardian, "class.toggle")).isEmpty();
        assertThat(authorisation.perimeterOf(Subject.SYSTEM, "news.write")).isEmpty();
        grants.give(guardian, Role.ADMC, ACADEMY);
        assertThat(authorisation.allows(guardian, "news.write", OTHER_CLASS)).isFalse();
    }

    @Test
    void saysNoOnceTheRuleIsGoneOrTwoBundlesDisagree() {
        Subject head = subject(Profile.HEAD);
        ActionRule second = new Rule("news.write", Set.of(), Set.of(), true);
        rules.addRule(second);
        assertThat(authorisation.allows(head, "news.write", CLASS)).isFalse();
        rules.removeRule(second);
        assertThat(authorisation.allows(head, "news.write", CLASS)).isTrue();
    }

    @Test
    void requireThrowsForbiddenWithAMessageForTheUser() {
        Subject pupil = subject(Profile.STUDENT);
        authorisation.require(subject(Profile.TEACHER), "news.write", CLASS);
        assertThatThrownBy(() -> authorisation.require(pupil, "news.write", CLASS))
                .isInstanceOfSatisfying(PortalException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN);
                    assertThat(e.userMessage(Locale.FRENCH)).isEqualTo("Vous n'avez pas le droit de faire cela ici.");
                });
    }

    private Subject subject(Profile profile) {
        return switch (profile) {
            case INSPECTOR -> directory.with(profile, Scope.structure(CIRCONSCRIPTION), CIRCONSCRIPTION);
            case HEAD -> directory.with(profile, Scope.structure(SCHOOL), SCHOOL);
            default -> {
                Subject subject = directory.with(profile, Scope.structure(SCHOOL), SCHOOL);
                directory.add(subject.personId(), profile, CLASS, SCHOOL);
                yield subject;
            }
        };
    }

    private String yesOrNo(Subject subject, String action, Scope target) {
        return authorisation.allows(subject, action, target) ? "yes" : "no";
    }

    private record Rule(String action, Set<Profile> members, Set<Role> roles, boolean wholeSchool)
            implements ActionRule {}

    private static final class FakeGrants implements Grants {
        private final List<Grant> held = new ArrayList<>();

        void give(Subject subject, Role role, UUID structure) {
            held.add(new Grant(UUID.randomUUID(), subject.accountId(), role, structure, null));
        }

        @Override
        public Grant add(Subject by, UUID accountId, Role role, UUID structureId, @Nullable LocalDate until) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(Subject by, UUID grantId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Grant> ofAccount(UUID accountId) {
            return held.stream()
                    .filter(grant -> grant.accountId().equals(accountId))
                    .toList();
        }

        @Override
        public Page<Grant> list(PageRequest page) {
            return new Page<>(held, held.size());
        }
    }
}
