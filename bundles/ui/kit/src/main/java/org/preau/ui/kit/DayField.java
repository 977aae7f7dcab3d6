package org.preau.ui.kit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field for a day, in the language of the page: names of months and days, Monday first, and what to write when the day cannot be read.
 *
 * @since 1.1
 */
public final class DayField extends DatePicker {
    /** An empty field with that label. */
    public DayField(String label) {
        super(label);
        setLocale(KitTexts.locale());
        setI18n(words());
        setClearButtonVisible(true);
    }

    /** The words of a calendar, for fields that have one within, such as that of a day and a time. */
    public static DatePickerI18n words() {
        Locale locale = KitTexts.locale();
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(days(names.getWeekdays()))
                .setWeekdaysShort(days(names.getShortWeekdays()))
                .setToday(KitTexts.text("day.today"))
                .setCancel(KitTexts.text("day.cancel"))
                .setBadInputErrorMessage(KitTexts.text("day.unreadable"))
                .setFirstDayOfWeek(1);
    }

    private static List<String> days(String[] names) {
        return Arrays.asList(names).subList(1, 8);
    }
}
