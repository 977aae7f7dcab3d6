package org.preau.testkit.product;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds on a page.
 *
 * @since 1.0
 */
public final class Accessibility {
    private Accessibility() {}

    /** Each finding as a sentence with the elements it is about; empty for a page that is clean. */
    public static List<String> problems(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
