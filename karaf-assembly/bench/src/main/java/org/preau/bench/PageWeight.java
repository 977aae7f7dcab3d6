package org.preau.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** What a browser with an empty cache fetches for the first page and for the next one, as sent: compressed, heads included. */
final class PageWeight implements Part {
    private static final double FIRST_KB = 500;
    private static final double NEXT_KB = 50;
    private static final String PROFILE = "TEACHER";
    private static final int SETTLE_MILLIS = 1_500;

    @Override
    public String name() {
        return "weight";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        Portal portal = stage.running();
        PlainClient client = stage.client().signIn(portal.demoLogin(PROFILE));
        String session = client.cookie("preau").orElseThrow();
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (Playwright playwright = Playwright.create(options);
                Browser browser = playwright.chromium().launch(chromium())) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
            context.addCookies(List.of(new Cookie("preau", session).setUrl(portal.url("/"))));
            Page page = context.newPage();
            Traffic traffic = new Traffic(page);
            page.navigate(portal.url("/"));
            settle(page);
            report.target("weight.first", "first page, empty cache", traffic.kilobytes(), "kB", FIRST_KB, "home");
            report.add("weight.first.requests", "first page, requests", traffic.requests(), "");
            traffic.listTo(Stage.files().resolve("first-page.txt"));

            traffic.reset();
            page.locator("a[href='/app/news']").first().click();
            page.waitForCondition(() -> page.url().endsWith("/app/news"));
            settle(page);
            report.target("weight.next", "next page", traffic.kilobytes(), "kB", NEXT_KB, "news, by its link");
            report.add("weight.next.requests", "next page, requests", traffic.requests(), "");
            traffic.listTo(Stage.files().resolve("next-page.txt"));
        }
    }

    private static void settle(Page page) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.locator("main h1").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(SETTLE_MILLIS);
    }

    private static BrowserType.LaunchOptions chromium() {
        for (String path : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
            if (Files.isExecutable(Path.of(path))) {
                return new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(path))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
            }
        }
        throw new AssertionError("no Chromium here: apt-get install chromium");
    }

    /** What goes over the wire for a page. */
    private static final class Traffic {
        private final List<String> lines = new ArrayList<>();
        private long bytes;
        private int requests;

        Traffic(Page page) {
            page.onRequestFinished(request -> {
                Sizes sizes = request.sizes();
                add(sizes.responseBodySize + sizes.responseHeadersSize, request.method() + " " + request.url());
                requests++;
            });
            page.onWebSocket(socket -> socket.onFrameReceived(frame -> add(
                    frame.text() == null ? frame.binary().length : frame.text().length(), "push")));
        }

        double kilobytes() {
            return bytes / 1e3;
        }

        int requests() {
            return requests;
        }

        void reset() {
            bytes = 0;
            requests = 0;
            lines.clear();
        }

        void listTo(Path file) throws IOException {
            Files.write(file, lines);
        }

        private void add(long size, String what) {
            bytes += size;
            lines.add(String.format("%8d  %s", size, what));
        }
    }
}
