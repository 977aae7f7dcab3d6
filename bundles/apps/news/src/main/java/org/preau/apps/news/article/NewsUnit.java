package org.preau.apps.news.article;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema and the entities of the news. */
@Component
public final class NewsUnit implements PersistenceUnit {
    /** Name of unit and schema. */
    public static final String NAME = "news";

    /** Selects this unit's transactions. */
    public static final String TARGET = "(preau.unit=" + NAME + ")";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(ArticleRow.class);
    }
}
