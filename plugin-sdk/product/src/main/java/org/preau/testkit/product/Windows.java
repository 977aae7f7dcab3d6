package org.preau.testkit.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.preau.driver.Portal;

/** Windows of a browser of this machine, driven by Playwright; the browser is started when the first is asked for. */
final class Windows implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 45_000;

    private final Portal portal;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    Windows(Portal portal) {
        this.portal = portal;
    }

    /** A window in French whose user has signed in. */
    Page signedIn(String profile) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(portal.url(""))
                        .setLocale("fr-FR")
                        .setViewportSize(WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        Portal.Login login = portal.demoLogin(profile);
        page.navigate("/signin");
        page.locator("input[name=username]").fill(login.username());
        page.locator("input[name=password]").fill(login.password());
        page.locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
        page.locator("main h1").first().waitFor();
        return page;
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private Browser browser() {
        Browser running = browser;
        if (running == null) {
            Path executable = executable();
            Playwright made = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            playwright = made;
            running = made.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setHeadless(true)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
            browser = running;
        }
        return running;
    }

    private static Path executable() {
        for (String path : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
            if (Files.isExecutable(Path.of(path))) {
                return Path.of(path);
            }
        }
        throw new TestAbortedException("no browser to run in: install chromium");
    }
}
