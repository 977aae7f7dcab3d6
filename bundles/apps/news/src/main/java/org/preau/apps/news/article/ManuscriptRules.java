package org.preau.apps.news.article;

import java.time.Instant;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** What an article must be like; each complaint is a sentence for its author. */
final class ManuscriptRules {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 40_000;

    private ManuscriptRules() {}

    /** For publication: complete, and over only after it has appeared. */
    static void check(Manuscript text, Instant appears) {
        checkLengths(text);
        if (text.title().isBlank()) {
            throw invalid("error.title.missing");
        }
        if (RichTextPolicy.plain(text.body(), ArticleRow.EXCERPT).isEmpty()) {
            throw invalid("error.body.missing");
        }
        Instant expires = text.expires();
        if (expires != null && !expires.isAfter(appears)) {
            throw invalid("error.expires");
        }
    }

    /** For a draft too: not longer than what is kept. */
    static void checkLengths(Manuscript text) {
        if (text.title().strip().length() > LONGEST_TITLE) {
            throw invalid("error.title.long");
        }
        if (text.body().length() > LONGEST_BODY) {
            throw invalid("error.body.long");
        }
    }

    private static PortalException invalid(String key) {
        return new PortalException(ErrorCode.INVALID_INPUT, NewsTexts.TEXTS, key);
    }
}
