package org.preau.apps.news.article;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.api.personaldata.PersonalData;

/** What the news keep about a person: articles with his name and the traces of his reading. Articles stay with the school when their author's data are erased, without his name. */
@Component
public final class NewsData implements PersonalData {
    private static final Texts TEXTS = Texts.of(NewsData.class);

    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public NewsData(@Reference(target = NewsUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    @Override
    public String id() {
        return Newsroom.APP;
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("data.name");
    }

    @Override
    public void export(DataSubject who, PersonalArchive archive) throws IOException {
        JsonArray articles = Json.createArray();
        tx.read(entities -> entities.createQuery(
                                "select a from ArticleRow a where a.authorPerson = :person order by a.changedAt",
                                ArticleRow.class)
                        .setParameter("person", who.personId())
                        .getResultStream()
                        .map(ArticleRow::toArticle)
                        .toList())
                .forEach(article -> articles.set(articles.length(), json(article)));
        if (articles.length() > 0) {
            archive.text("articles.json", articles.toJson());
        }
    }

    @Override
    public int erase(DataSubject who) {
        UUID person = who.personId();
        int articles = tx.write(entities -> {
            List<ArticleRow> own = entities.createQuery(
                            "select a from ArticleRow a where a.authorPerson = :person", ArticleRow.class)
                    .setParameter("person", person)
                    .getResultList();
            own.forEach(ArticleRow::forgetAuthor);
            return own.size();
        });
        return articles
                + tx.writeSql(
                        connection -> Rows.update(connection, "delete from news.visit where person_id = ?", person)
                                + Rows.update(connection, "delete from news.read_mark where person_id = ?", person));
    }

    private static JsonObject json(Article article) {
        JsonObject json = Json.createObject();
        json.put("id", article.id().toString());
        json.put("title", article.title());
        json.put("body", article.body());
        json.put("publishedAt", Objects.toString(article.publishAt(), ""));
        return json;
    }
}
