package org.preau.apps.news.view;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.preau.ui.kit.DayField;

/** A field for a day and a time, in the user's language. */
final class Moment extends DateTimePicker {
    Moment(String label, UnaryOperator<String> text, Locale locale) {
        super(label);
        setLocale(locale);
        setDatePickerI18n(DayField.words());
        setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(text.apply("calendar.unreadable"))
                .setIncompleteInputErrorMessage(text.apply("calendar.incomplete")));
        setStep(Duration.ofMinutes(30));
        setDateAriaLabel(label + " - " + text.apply("calendar.day"));
        setTimeAriaLabel(label + " - " + text.apply("calendar.time"));
    }
}
