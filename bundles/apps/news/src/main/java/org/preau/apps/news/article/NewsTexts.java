package org.preau.apps.news.article;

import org.preau.api.base.Texts;

/** Messages of the rules of the news. */
final class NewsTexts {
    static final Texts TEXTS = Texts.of(NewsTexts.class);

    private NewsTexts() {}
}
