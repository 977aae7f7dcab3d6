package org.preau.apps.news.view;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A field for a day, in the user's language. */
final class Day extends DatePicker {
    Day(String label, UnaryOperator<String> text, Locale locale) {
        super(label);
        setLocale(locale);
        setI18n(words(text, locale));
        setClearButtonVisible(true);
    }

    /** Names of months and days for the calendar. */
    static DatePickerI18n words(UnaryOperator<String> text, Locale locale) {
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(days(names.getWeekdays()))
                .setWeekdaysShort(days(names.getShortWeekdays()))
                .setToday(text.apply("calendar.today"))
                .setCancel(text.apply("calendar.cancel"))
                .setFirstDayOfWeek(1);
    }

    private static List<String> days(String[] names) {
        return Arrays.asList(names).subList(1, 8);
    }
}
