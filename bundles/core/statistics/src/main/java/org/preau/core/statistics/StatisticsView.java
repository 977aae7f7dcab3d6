package org.preau.core.statistics;

import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.statistics.Indicator;
import org.preau.api.statistics.Indicator.Sum;
import org.preau.api.statistics.Statistics;
import org.preau.api.statistics.Statistics.DayValue;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.BarChart;
import org.preau.ui.kit.BarChart.Part;
import org.preau.ui.kit.BarChart.Tone;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.TableFile;

/** The figures of the user's structure and all below it: a card for each indicator with its last two weeks, and 400 days to take away. */
public final class StatisticsView extends AppPage {
    private static final Texts TEXTS = Texts.of(StatisticsView.class);
    private static final int SHOWN = 14;
    private static final int TAKEN = 400;

    private final Statistics statistics;
    private final ViewContext view;
    private final LocalDate today;

    /** The figures as they are now. */
    public StatisticsView(Statistics statistics, ViewContext view, LocalDate today) {
        this.statistics = statistics;
        this.view = view;
        this.today = today;
        view.title(text("title"));
        add(new PageHeader(text("title"))
                .subtitle(view.user().session().context().structureName()));
        try {
            List<Indicator> all = statistics.indicators();
            all.forEach(this::show);
            if (all.isEmpty()) {
                add(new EmptyState(Picture.SEARCH, text("none")));
            }
        } catch (PortalException refused) {
            removeAll();
            add(new PageHeader(text("title")), new EmptyState(Picture.SEARCH, refused.userMessage(locale())));
        }
    }

    private void show(Indicator indicator) {
        List<DayValue> values = of(indicator, SHOWN);
        String name = indicator.name().in(locale());
        Card card = new Card(name);
        card.add(new Paragraph(indicator.explanation().in(locale())));
        if (values.isEmpty()) {
            card.add(new Paragraph(text("nothing")));
        } else {
            card.add(chart(name, values));
            double sum = indicator.sum() == Sum.OF_DAYS
                    ? values.stream().mapToDouble(DayValue::value).sum()
                    : values.get(values.size() - 1).value();
            card.add(new Paragraph(text(indicator.sum() == Sum.OF_DAYS ? "sum" : "last", number(sum))));
            card.add(file(indicator).links());
        }
        add(card);
    }

    private BarChart chart(String name, List<DayValue> values) {
        double most =
                Math.max(1, values.stream().mapToDouble(DayValue::value).max().orElse(1));
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale());
        BarChart chart = new BarChart(name);
        values.forEach(each -> chart.bar(
                day.format(each.day()), number(each.value()), most, List.of(new Part(Tone.GOOD, each.value()))));
        return chart;
    }

    private TableFile<DayValue> file(Indicator indicator) {
        List<DayValue> all = of(indicator, TAKEN);
        return new TableFile<DayValue>(
                        indicator.id(),
                        page -> new Page<>(
                                all.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                all.size()))
                .column(text("day"), each -> each.day().toString())
                .column(indicator.name().in(locale()), each -> number(each.value()));
    }

    private List<DayValue> of(Indicator indicator, int days) {
        UUID structure = view.user().session().context().structureId();
        return statistics.of(view.user().subject(), indicator.id(), structure, today.minusDays(days - 1L), today);
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private Locale locale() {
        return view.user().locale();
    }

    private String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }
}
