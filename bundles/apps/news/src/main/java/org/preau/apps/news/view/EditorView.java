package org.preau.apps.news.view;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.ViewContext;
import org.preau.apps.news.article.Article;
import org.preau.apps.news.article.Author;
import org.preau.apps.news.article.Choice;
import org.preau.apps.news.article.Manuscript;
import org.preau.ui.kit.DayField;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.RichTextEditor;

/** Where an article is written. What is typed is kept as a draft at each step, so that nothing is lost on an error or a sign-out. */
abstract class EditorView extends Screen {
    private final Select<Choice> scope = new Select<>();
    private final TextField title = new TextField();
    private final RichTextEditor body = new RichTextEditor(text("editor.body"));
    private final Checkbox pinned = new Checkbox(text("editor.pinned"));
    private final Checkbox urgent = new Checkbox(text("editor.urgent"));
    private final Moment publishAt;
    private final DayField expiresOn;
    private @Nullable UUID id;
    private boolean published;

    EditorView(Desk desk, ViewContext view) {
        super(desk, view);
        publishAt = new Moment(text("editor.publish"), this::text, locale());
        expiresOn = new DayField(text("editor.expires"));
    }

    /** Shows the form, filled with the article if there is one. */
    void open(@Nullable Article article) {
        removeAll();
        String heading = text(article == null ? "editor.new" : "editor.change");
        view.title(heading);
        add(new PageHeader(heading).subtitle(text("editor.hours")).back(text("list.title"), HOME));
        List<Choice> choices = new ArrayList<>(desk.audiences().writableBy(user()));
        if (choices.isEmpty()) {
            add(new EmptyState(Picture.WRITING, text("editor.nobody")));
            return;
        }
        fill(article, choices);
        add(form());
        title.addValueChangeListener(event -> keep());
        body.addValueChangeListener(event -> keep());
    }

    private void fill(@Nullable Article article, List<Choice> choices) {
        scope.setLabel(text("editor.scope"));
        scope.setItemLabelGenerator(Choice::label);
        if (article != null && choices.stream().noneMatch(each -> each.scope().equals(article.scope()))) {
            choices.add(new Choice(article.scope(), desk.audiences().nameOf(article.scope())));
        }
        scope.setItems(choices);
        scope.setValue(choices.get(0));
        title.setLabel(text("editor.title"));
        title.setMaxLength(200);
        if (article != null) {
            id = article.id();
            published = article.publishAt() != null;
            choices.stream()
                    .filter(each -> each.scope().equals(article.scope()))
                    .findFirst()
                    .ifPresent(scope::setValue);
            title.setValue(article.title());
            body.setValue(article.body());
            pinned.setValue(article.pinned());
            urgent.setValue(article.urgent());
            Instant at = article.publishAt();
            if (at != null && at.isAfter(desk.clock().instant())) {
                publishAt.setValue(LocalDateTime.ofInstant(at, desk.calendar().zone()));
            }
            Instant end = article.expiresAt();
            if (end != null) {
                expiresOn.setValue(
                        LocalDate.ofInstant(end.minusSeconds(1), desk.calendar().zone()));
            }
        }
    }

    private FormPanel form() {
        FormPanel form = new FormPanel();
        form.field(scope)
                .field(title)
                .field(body)
                .field(publishAt, text("editor.publish.help"))
                .field(expiresOn, text("editor.expires.help"))
                .field(pinned, text("editor.pinned.help"))
                .field(urgent, text("editor.urgent.help"));
        form.submit(text("action.publish"), () -> publish(form));
        if (!published) {
            form.alternative(text("action.draft"), () -> {
                save();
                Notice.info(text("editor.kept"));
                view.navigate("mine");
            });
        }
        return form.cancel(text("action.cancel"), HOME);
    }

    private void publish(FormPanel form) {
        if (title.getValue().isBlank()) {
            form.error(title, text("editor.title.missing"));
        }
        if (body.getValue().replaceAll("<[^>]*>|&nbsp;", "").isBlank()) {
            form.error(body, text("editor.body.missing"));
        }
        if (form.hasErrors()) {
            return;
        }
        Article article = desk.newsroom().publish(Author.of(user()), id, manuscript());
        id = article.id();
        published = true;
        Instant at = article.publishAt();
        Notice.info(
                at != null && at.isAfter(desk.clock().instant())
                        ? text("editor.later", when().dayAndTime(at))
                        : text("editor.published"));
        view.navigate("article/" + article.id());
    }

    private void keep() {
        if (!published && !(title.getValue().isBlank() && body.getValue().isBlank())) {
            save();
        }
    }

    private void save() {
        id = desk.newsroom().saveDraft(Author.of(user()), id, manuscript()).id();
    }

    private Manuscript manuscript() {
        LocalDateTime wanted = publishAt.getValue();
        LocalDate last = expiresOn.getValue();
        return new Manuscript(
                title.getValue(),
                body.getValue(),
                scope.getValue().scope(),
                pinned.getValue(),
                urgent.getValue(),
                wanted == null ? null : wanted.atZone(desk.calendar().zone()).toInstant(),
                last == null
                        ? null
                        : last.plusDays(1).atStartOfDay(desk.calendar().zone()).toInstant());
    }
}
