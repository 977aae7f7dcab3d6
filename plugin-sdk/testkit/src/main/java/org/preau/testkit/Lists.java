package org.preau.testkit;

import java.util.List;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/** Pages of lists in memory. */
final class Lists {
    private Lists() {}

    static <T> Page<T> page(List<T> all, PageRequest page) {
        int from = Math.min(page.offset(), all.size());
        int to = Math.min(from + page.limit(), all.size());
        return new Page<>(all.subList(from, to), all.size());
    }
}
