package org.preau.apps.news.article;

import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserFile;
import org.preau.api.persistence.Tx;

/** What the news keep about a person: articles with his name and the traces of his reading. Articles stay with the school when their author's data are erased, without his name. */
@Component(service = PersonalData.class)
public final class PersonalData {
    private final Tx tx;

    /** Made by the portal. */
    @Activate
    public PersonalData(@Reference(target = NewsUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    /** The articles a person wrote, as one JSON file; nothing for who wrote none. */
    public List<UserFile> export(UUID personId) {
        JsonArray articles = Json.createArray();
        tx.read(entities -> entities.createQuery(
                                "select a from ArticleRow a where a.authorPerson = :person order by a.changedAt",
                                ArticleRow.class)
                        .setParameter("person", personId)
                        .getResultStream()
                        .map(ArticleRow::toArticle)
                        .toList())
                .forEach(article -> articles.set(articles.length(), json(article)));
        return articles.length() == 0
                ? List.of()
                : List.of(new UserFile("news/articles.json", articles.toJson().getBytes(StandardCharsets.UTF_8)));
    }

    /** Forgets the person, within the running transaction. */
    public void erase(UUID personId) {
        tx.write(entities -> {
            entities.createQuery("select a from ArticleRow a where a.authorPerson = :person", ArticleRow.class)
                    .setParameter("person", personId)
                    .getResultList()
                    .forEach(ArticleRow::forgetAuthor);
            return 0;
        });
        tx.writeSql(connection -> {
            for (String table : List.of("news.visit", "news.read_mark")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where person_id = ?")) {
                    delete.setObject(1, personId);
                    delete.executeUpdate();
                }
            }
            return 0;
        });
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
