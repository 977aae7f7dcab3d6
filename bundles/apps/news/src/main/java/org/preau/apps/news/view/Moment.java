package org.preau.apps.news.view;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A field for a day and a time, in the user's language. */
final class Moment extends DateTimePicker {
    Moment(String label, UnaryOperator<String> text, Locale locale) {
        super(label);
        setLocale(locale);
        setDatePickerI18n(Day.words(text, locale));
        setStep(Duration.ofMinutes(30));
        setDateAriaLabel(label + " - " + text.apply("calendar.day"));
        setTimeAriaLabel(label + " - " + text.apply("calendar.time"));
    }
}
