package org.preau.itests;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.preau.driver.Portal;

/** Debian's Chromium, driven by Playwright; every page met can be checked by axe and kept as a picture. */
final class Browser implements AutoCloseable {
    private static final Path PICTURES = Path.of(System.getProperty("preau.work"), "pictures");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** A window of its own, in French, nobody signed in. */
    Page window(Portal portal, int width, int height) {
        return window(portal, width, height, "fr-FR");
    }

    /** The same in a language of the browser's. */
    Page window(Portal portal, int width, int height, String locale) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(portal.url(""))
                .setLocale(locale)
                .setViewportSize(width, height));
        context.setDefaultTimeout(45_000);
        return context.newPage();
    }

    /** A window whose user has signed in by the form. */
    Page signedIn(Portal portal, Portal.Login login) {
        return signedIn(portal, login, 1280, 900);
    }

    Page signedIn(Portal portal, Portal.Login login, int width, int height) {
        return signIn(window(portal, width, height), login);
    }

    /** Signs in by the form. */
    static Page signIn(Page page, Portal.Login login) {
        page.navigate("/signin");
        page.locator("input[name=username]").fill(login.username());
        page.locator("input[name=password]").fill(login.password());
        page.locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
        ready(page);
        return page;
    }

    /** Waits until the shell has rendered. */
    static void ready(Page page) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.locator("main h1").first().waitFor();
    }

    /** What axe finds on the page as it is now, as sentences; empty when it is clean. */
    static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browser::sentence).toList();
    }

    /** The same of all of it, however long. */
    static void wholePicture(Page page, String name) {
        picture(page, name, true);
    }

    /** Keeps a picture of the page for people to look at. */
    static void picture(Page page, String name) {
        picture(page, name, false);
    }

    private static void picture(Page page, String name, boolean whole) {
        try {
            Files.createDirectories(PICTURES);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static Path executable() {
        for (String path : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
            if (Files.isExecutable(Path.of(path))) {
                return Path.of(path);
            }
        }
        throw new AssertionError("no Chromium here: apt-get install chromium");
    }
}
