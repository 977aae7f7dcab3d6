package org.preau.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayFieldTest {
    private final UI ui = new UI();

    @BeforeEach
    void open() {
        ui.setLocale(Locale.FRENCH);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void speaksTheLanguageOfThePage() {
        DayField french = new DayField("Dernier jour");
        assertThat(french.getI18n().getMonthNames()).hasSize(12).contains("août");
        assertThat(french.getI18n().getToday()).isEqualTo("Aujourd’hui");
        assertThat(french.getI18n().getFirstDayOfWeek()).isEqualTo(1);

        ui.setLocale(Locale.ENGLISH);
        assertThat(new DayField("Last day").getI18n().getMonthNames()).contains("August");
    }

    @Test
    void aDayThatCannotBeReadIsNotTakenForNone() {
        List<String> sent = new ArrayList<>();
        DayField day = new DayField("Dernier jour");
        FormPanel form = new FormPanel().field(day).submit("Envoyer", () -> sent.add("sent"));
        ui.add(form);
        Button send = form.getChildren()
                .flatMap(part -> part.getChildren())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();

        day.setErrorMessage(day.getI18n().getBadInputErrorMessage());
        day.setInvalid(true);
        send.click();
        assertThat(sent).isEmpty();
        assertThat(form.getElement().getTextRecursively()).contains("Cette date ne se lit pas");

        day.setInvalid(false);
        send.click();
        assertThat(sent).containsExactly("sent");
    }
}
