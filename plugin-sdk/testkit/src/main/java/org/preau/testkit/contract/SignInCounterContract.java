package org.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.signin.CounterRule;
import org.preau.api.signin.SignInCounter;
import org.preau.api.signin.SignInCounter.CounterForm;
import org.preau.api.signin.SignInCounter.Field;
import org.preau.testkit.FakeDirectory;
import org.preau.testkit.FakeStructures;
import org.preau.testkit.TestSchool;

/** What every sign-in counter obeys: what {@code /signin} shows of it, whom it serves, and that a sign-out leads nowhere unsafe. */
public abstract class SignInCounterContract {
    private static final Set<String> TYPES = Set.of("text", "password", "email", "tel", "number");

    /** The counter, ready for use. */
    protected abstract SignInCounter counter();

    /** Its id is a part of an address, and constant. */
    @Test
    protected void hasAnIdThatIsAnAddress() {
        SignInCounter counter = counter();
        assertThat(counter.id()).as("the id").matches("[a-z][a-z0-9-]*").isEqualTo(counter.id());
    }

    /** Its label is there in both languages. */
    @Test
    protected void namesItselfInBothLanguages() {
        Said.inBothLanguages("the label", counter().label());
    }

    /** It says of every profile whether it serves it, the same each time; it serves somebody. */
    @Test
    protected void knowsWhomItServes() {
        SignInCounter counter = counter();
        List<Profile> served =
                Arrays.stream(Profile.values()).filter(counter::serves).toList();
        assertThat(served).as("the profiles it serves").isNotEmpty();
        assertThat(Arrays.stream(Profile.values()).filter(counter::serves).toList())
                .as("the profiles it serves, asked again")
                .isEqualTo(served);
    }

    /** A counter of the tender serves nobody but those that 322A to 322C name; override it for a local counter on a demonstration instance. */
    @Test
    protected void servesOnlyThoseTheTenderNames() {
        SignInCounter counter = counter();
        CounterRule.of(counter.id())
                .ifPresent(rule -> assertThat(Arrays.stream(Profile.values()).filter(counter::serves))
                        .as("the profiles it serves")
                        .isSubsetOf(rule.profiles()));
    }

    /** Whether it can be used is said without failing; {@code /signin} asks at each visit. */
    @Test
    protected void saysWhetherItCanBeUsed() {
        SignInCounter counter = counter();
        assertThatCode(counter::available).as("available()").doesNotThrowAnyException();
    }

    /** Its form can be filled in by everybody and by password managers, and is translated. */
    @Test
    protected void hasAFormThatEverybodyCanFillIn() {
        SignInCounter counter = counter();
        counter.form().ifPresent(form -> {
            assertThat(form.fields()).as("the fields of the form").isNotEmpty();
            assertThat(form.fields().stream().map(Field::name))
                    .as("the names of the fields")
                    .doesNotHaveDuplicates()
                    .doesNotContain("return", "csrf");
            Said.inBothLanguages("the button of the form", form.submit());
            form.fields().forEach(SignInCounterContract::checkField);
            checkLinks(form);
        });
    }

    /** After a sign-out the browser stays in the counter's own part of the portal, or goes to its provider over https. */
    @Test
    protected void leadsNowhereUnsafeAfterASignOut() {
        SignInCounter counter = counter();
        TestSchool school = new TestSchool(new FakeDirectory(), new FakeStructures());
        for (Profile profile : Profile.values()) {
            counter.signOut(school.session(profile)).ifPresent(address -> safe(counter, address));
        }
    }

    private static void safe(SignInCounter counter, URI address) {
        if (address.isAbsolute()) {
            assertThat(address.getScheme())
                    .as("where a sign-out leads: " + address)
                    .isEqualTo("https");
        } else {
            assertThat(address.toString())
                    .as("where a sign-out leads")
                    .satisfiesAnyOf(
                            path -> assertThat(path).isEqualTo("/signin/" + counter.id()),
                            path -> assertThat(path).startsWith("/signin/" + counter.id() + "/"),
                            path -> assertThat(path).startsWith("/signin/" + counter.id() + "?"));
        }
    }

    private static void checkField(Field field) {
        Said.inBothLanguages("the label of the field " + field.name(), field.label());
        assertThat(field.type()).as("the type of the field " + field.name()).isIn(TYPES);
        assertThat(field.autocomplete())
                .as("autocomplete of the field " + field.name())
                .isNotBlank();
        if (field.type().equals("password")) {
            assertThat(field.autocomplete())
                    .as("autocomplete of the field " + field.name())
                    .isIn("current-password", "one-time-code", "off");
        }
    }

    private static void checkLinks(CounterForm form) {
        form.links().forEach(link -> {
            Said.inBothLanguages("a link below the form", link.label());
            assertThat(link.path())
                    .as("where a link below the form leads: a path of the portal")
                    .startsWith("/")
                    .doesNotStartWith("//");
        });
    }
}
