package org.preau.core.shell.bridge;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.preau.api.base.RandomBytes;
import org.preau.core.shell.Shell;
import org.preau.core.shell.preference.Preferences;
import org.preau.core.shell.webapp.Branding;
import org.preau.ui.kit.AppPage;
import org.preau.ui.kit.KitResources;

/** Completes the page that Flow starts in: language and preferences on {@code html}, styles, manifest, and the content security policy (docs/adr/0002). */
final class PageHead {
    /** Follows the device's colour scheme, names what Flow says of the connection as a status, and keeps the page that is shown without a connection. */
    private static final String SCHEME =
            "const d=document.documentElement,m=matchMedia('(prefers-color-scheme: dark)'),"
                    + "f=()=>m.matches?d.setAttribute('theme','dark'):d.removeAttribute('theme');f();m.addEventListener('change',f);"
                    + "new MutationObserver((x,o)=>{const i=document.querySelector('vaadin-connection-indicator');if(i){i.setAttribute('role','status');o.disconnect()}})"
                    + ".observe(d,{childList:true,subtree:true});"
                    + "if('serviceWorker' in navigator)addEventListener('load',()=>navigator.serviceWorker.register('/sw.js'));";

    private final Shell shell;

    PageHead(Shell shell) {
        this.shell = shell;
    }

    void complete(IndexHtmlResponse response) {
        Document page = response.getDocument();
        VaadinRequest request = response.getVaadinRequest();
        Branding branding = Branding.of(shell.neighbours());
        page.outputSettings().prettyPrint(false);
        Element html = page.getElementsByTag("html").get(0);
        html.attr("lang", localeOf(request).getLanguage());
        preferencesOf(request).attributes().forEach(html::attr);
        page.title(branding.name());
        Element head = page.head();
        head.appendElement("script").append(SCHEME + KeptFocus.SCRIPT);
        meta(head, "theme-color", branding.accent());
        meta(head, "robots", "noindex");
        link(head, "manifest", "/manifest.webmanifest");
        link(head, "icon", "/icon.svg").attr("type", "image/svg+xml");
        link(head, "apple-touch-icon", KitResources.url(PageHead.class, "icon-192.png"));
        stylesheets(branding).forEach(url -> link(head, "stylesheet", url));
        protect(page, response.getVaadinResponse());
    }

    private static List<String> stylesheets(Branding branding) {
        List<String> sheets = new ArrayList<>(branding.styleSheets());
        sheets.add(KitResources.url(AppPage.class, "kit.css"));
        sheets.add(KitResources.url(PageHead.class, "shell.css"));
        return sheets;
    }

    private static void meta(Element head, String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }

    private static Element link(Element head, String rel, String href) {
        return head.appendElement("link").attr("rel", rel).attr("href", href);
    }

    /** Scripts of this page and origin only; Flow makes functions of what the server sends it, hence unsafe-eval; its components bring their own styles, hence unsafe-inline for these. */
    private static void protect(Document page, VaadinResponse response) {
        String nonce = Base64.getEncoder().encodeToString(RandomBytes.next(18));
        page.getElementsByTag("script").forEach(script -> script.attr("nonce", nonce));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self' 'nonce-" + nonce
                        + "' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self';"
                        + " manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private Locale localeOf(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet
                ? shell.neighbours()
                        .pages()
                        .map(pages -> pages.localeOf(servlet.getHttpServletRequest()))
                        .orElse(Locale.FRENCH)
                : Locale.FRENCH;
    }

    private Preferences preferencesOf(VaadinRequest request) {
        return request.getAttribute(SessionGate.BOUND) instanceof UUID id
                ? shell.neighbours()
                        .sessions()
                        .flatMap(sessions -> sessions.byId(id))
                        .map(session -> shell.preferences().of(session.accountId()))
                        .orElse(Preferences.DEFAULT)
                : Preferences.DEFAULT;
    }
}
