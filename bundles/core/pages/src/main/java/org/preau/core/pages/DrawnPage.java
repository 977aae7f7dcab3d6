package org.preau.core.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.RandomBytes;

/** A page as bytes, with gaps where each browser's own token goes. Immutable. */
final class DrawnPage {
    /** Stands for the token while a page is drawn; nobody who fills a page in can know it. */
    static final String GAP = HexFormat.of().formatHex(RandomBytes.next(16));

    private final List<byte[]> pieces = new ArrayList<>();

    /** A page drawn with {@link #GAP} in place of the token. */
    DrawnPage(String html) {
        int from = 0;
        for (int gap = html.indexOf(GAP); gap >= 0; gap = html.indexOf(GAP, from)) {
            pieces.add(bytes(html.substring(from, gap)));
            from = gap + GAP.length();
        }
        pieces.add(bytes(html.substring(from)));
    }

    /**
     * What a page was drawn from: equal values draw equal pages.
     *
     * @param path where it was asked for
     * @param academy name and logo that frame it
     */
    record Source(String template, Locale locale, String path, List<String> academy, Map<String, ?> model) {}

    boolean hasGaps() {
        return pieces.size() > 1;
    }

    /** The page with that in its gaps. */
    byte[] filled(String text) {
        byte[] filling = bytes(text);
        int size = filling.length * (pieces.size() - 1);
        for (byte[] piece : pieces) {
            size += piece.length;
        }
        byte[] all = new byte[size];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                System.arraycopy(filling, 0, all, at, filling.length);
                at += filling.length;
            }
            byte[] piece = pieces.get(i);
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
