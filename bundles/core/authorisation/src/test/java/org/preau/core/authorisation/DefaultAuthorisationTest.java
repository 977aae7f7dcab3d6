package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;

class DefaultAuthorisationTest {
    private static final String WRITE = "news.write";

    private final FakeTree tree = new FakeTree();
    private final FakeGrants grants = new FakeGrants();
    private final Rules rules = new Rules();
    private final DefaultAuthorisation authorisation =
            new DefaultAuthorisation(rules, grants, tree.directory(), tree.structures());
    private final UUID circonscription = tree.structure(null);
    private final UUID school = tree.structure(circonscription);
    private final UUID otherSchool = tree.structure(tree.structure(null));
    private final UUID classA = tree.schoolClass(school);
    private final UUID classB = tree.schoolClass(school);

    private final ActionRule always = rule(true);

    @BeforeEach
    void addRule() {
        rules.addRule(always);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void letsOnlyTheProfilesOfTheRuleActWhereTheyBelong(Profile profile) {
        Subject subject = tree.member(profile, school, classA);
        boolean expected =
                Set.of(Profile.TEACHER, Profile.HEAD, Profile.INSPECTOR).contains(profile);
        assertThat(authorisation.allows(subject, WRITE, Scope.schoolClass(classA)))
                .isEqualTo(expected);
        assertThat(authorisation.allows(subject, WRITE, Scope.structure(school)))
                .isEqualTo(expected);
        assertThat(authorisation.allows(subject, WRITE, Scope.structure(otherSchool)))
                .isFalse();
    }

    @Test
    void saysNoToAnActionThatNobodyDeclared() {
        assertThat(authorisation.allows(tree.member(Profile.HEAD, school, null), "news.burn", Scope.structure(school)))
                .isFalse();
    }

    @Test
    void saysNoAgainOnceTheRuleIsGone() {
        rules.removeRule(always);
        assertThat(authorisation.allows(tree.member(Profile.HEAD, school, null), WRITE, Scope.structure(school)))
                .isFalse();
    }

    @Test
    void saysNoWhenTwoBundlesRuleOneAction() {
        rules.addRule(rule(true));
        assertThat(authorisation.allows(tree.member(Profile.HEAD, school, null), WRITE, Scope.structure(school)))
                .isFalse();
    }

    @Test
    void keepsATeacherToHisOwnClass() {
        Subject teacher = tree.member(Profile.TEACHER, school, classA);
        assertThat(authorisation.allows(teacher, WRITE, Scope.schoolClass(classB)))
                .isFalse();
    }

    @Test
    void keepsATeacherOffTheSchoolWhenTheRuleIsForClasses() {
        rules.removeRule(always);
        rules.addRule(rule(false));
        Subject teacher = tree.member(Profile.TEACHER, school, classA);
        assertThat(authorisation.allows(teacher, WRITE, Scope.structure(school)))
                .isFalse();
        assertThat(authorisation.allows(teacher, WRITE, Scope.schoolClass(classA)))
                .isTrue();
        assertThat(authorisation.allows(tree.member(Profile.HEAD, school, null), WRITE, Scope.structure(school)))
                .isTrue();
    }

    @Test
    void letsAHeadActOnEveryClassOfHisSchoolOnly() {
        Subject head = tree.member(Profile.HEAD, school, null);
        assertThat(authorisation.allows(head, WRITE, Scope.schoolClass(classB))).isTrue();
        assertThat(authorisation.allows(head, WRITE, Scope.schoolClass(tree.schoolClass(otherSchool))))
                .isFalse();
    }

    @Test
    void letsAnInspectorActOnEverySchoolOfHisCirconscription() {
        Subject inspector = tree.member(Profile.INSPECTOR, circonscription, null);
        assertThat(authorisation.allows(inspector, WRITE, Scope.structure(school)))
                .isTrue();
        assertThat(authorisation.allows(inspector, WRITE, Scope.schoolClass(classA)))
                .isTrue();
        assertThat(authorisation.allows(inspector, WRITE, Scope.structure(otherSchool)))
                .isFalse();
    }

    @Test
    @Requirement("6A")
    void aGrantReachesEverythingBelowItsStructureAndNothingBeside() {
        Subject adviser = tree.member(Profile.STAFF, otherSchool, null);
        grants.give(adviser, Role.ADM, circonscription, null);
        assertThat(authorisation.allows(adviser, WRITE, Scope.structure(school)))
                .isTrue();
        assertThat(authorisation.allows(adviser, WRITE, Scope.schoolClass(classA)))
                .isTrue();
        assertThat(authorisation.allows(adviser, WRITE, Scope.structure(otherSchool)))
                .isFalse();
        assertThat(authorisation.perimeterOf(adviser, WRITE)).containsExactly(circonscription);
    }

    @Test
    void aGrantOfAnotherRoleAllowsNothing() {
        Subject territory = tree.member(Profile.TERRITORY, otherSchool, null);
        grants.give(territory, Role.ADMC, circonscription, null);
        assertThat(authorisation.allows(territory, WRITE, Scope.structure(school)))
                .isFalse();
        assertThat(authorisation.perimeterOf(territory, WRITE)).isEmpty();
    }

    @Test
    void thePortalItselfMayDoEverything() {
        assertThat(authorisation.allows(Subject.SYSTEM, "anything", Scope.structure(school)))
                .isTrue();
    }

    @Test
    void requireThrowsWhatTheUserIsToldInHisLanguage() {
        assertThatThrownBy(() -> authorisation.require(
                        tree.member(Profile.STUDENT, school, classA), WRITE, Scope.structure(school)))
                .isInstanceOf(PortalException.class)
                .satisfies(e -> assertThat(((PortalException) e).userMessage(java.util.Locale.FRENCH))
                        .contains("droit"));
    }

    private static ActionRule rule(boolean wholeSchool) {
        return new ActionRule() {
            @Override
            public String action() {
                return WRITE;
            }

            @Override
            public Set<Profile> members() {
                return Set.of(Profile.TEACHER, Profile.HEAD, Profile.INSPECTOR);
            }

            @Override
            public Set<Role> roles() {
                return Set.of(Role.ADM, Role.ADML);
            }

            @Override
            public boolean wholeSchool() {
                return wholeSchool;
            }
        };
    }
}
