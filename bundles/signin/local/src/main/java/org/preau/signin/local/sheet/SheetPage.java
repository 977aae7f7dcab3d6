package org.preau.signin.local.sheet;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.signin.ActivationSheets.Card;
import org.preau.signin.local.LocalCounter;

/** Sets cards on A4 pages, eight a page, each group on pages of its own: one self-contained HTML page, in French. */
final class SheetPage {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final Structure school;
    private final String portal;

    SheetPage(Structure school, String portal) {
        this.school = school;
        this.portal = portal;
    }

    String html(List<Card> cards) {
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        for (Card card : cards) {
            groups.computeIfAbsent(heading(card), heading -> new ArrayList<>()).add(model(card));
        }
        List<Map<String, Object>> pages = new ArrayList<>();
        groups.forEach((heading, group) -> pages.add(Map.of("heading", heading, "cards", group)));
        return template()
                .execute(Map.of(
                        "title", TEXTS.text(Locale.FRENCH, "sheetTitle"),
                        "school", school.name(),
                        "city", school.city(),
                        "portal", portal,
                        "groups", pages));
    }

    private static String heading(Card card) {
        if (!card.profile().isFamily()) {
            return TEXTS.text(Locale.FRENCH, "sheetStaff");
        }
        String kind = TEXTS.text(Locale.FRENCH, card.profile() == Profile.STUDENT ? "sheetPupils" : "sheetGuardians");
        String className = card.className().isEmpty() ? TEXTS.text(Locale.FRENCH, "sheetElsewhere") : card.className();
        return className + " : " + kind;
    }

    private Map<String, Object> model(Card card) {
        String code = card.code();
        String passphrase = card.passphrase();
        return Map.of(
                "qr",
                QrCode.svg(code == null ? portal : SheetLink.activation(portal, card.login())),
                "name",
                (card.firstName() + " " + card.lastName()).strip(),
                "login",
                card.login(),
                "pupil",
                card.profile() == Profile.STUDENT,
                "hasChildren",
                !card.children().isEmpty(),
                "children",
                String.join(", ", card.children()),
                "hasPassphrase",
                passphrase != null,
                "secret",
                code != null ? code : passphrase != null ? passphrase : "");
    }

    private static Template template() {
        try (InputStream in = LocalCounter.class.getResourceAsStream("sheets.mustache")) {
            if (in == null) {
                throw new IllegalStateException("sheets.mustache is missing in this bundle");
            }
            return Mustache.compiler().escapeHTML(true).compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("sheets.mustache cannot be read", e);
        }
    }
}
