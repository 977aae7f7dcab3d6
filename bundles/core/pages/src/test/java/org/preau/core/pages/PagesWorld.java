package org.preau.core.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Charter;
import org.preau.core.pages.sample.Sample;
import org.preau.testkit.Exchange;

/** Pages of a bundle with a form in them, as browsers see them. */
abstract class PagesWorld {
    final MustachePages pages = pages("http://127.0.0.1:8080");

    Exchange form(Exchange page) throws IOException {
        pages.render(
                page.request(),
                page.response(),
                200,
                Sample.class,
                "form",
                Map.of("title", "T", "who", "<script>", "empty", "", "list", List.of(Map.of("name", "un"))));
        return page;
    }

    static MustachePages pages(String origin) {
        return new MustachePages(new FakeCharter(), new FakeResources(), new FakeAddress(URI.create(origin)));
    }

    record FakeCharter() implements Charter {
        @Override
        public String name() {
            return "Academie";
        }

        @Override
        public String accent() {
            return "#123456";
        }

        @Override
        public String logoUrl() {
            return "";
        }

        @Override
        public List<String> styleSheets() {
            return List.of("/res/tokens.css");
        }
    }

    record FakeAddress(URI origin) implements PublicAddress {
        @Override
        public String clientOf(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @Override
        public String safeReturn(@Nullable String wanted) {
            return "/";
        }
    }
}
