package org.preau.feeds.aaf;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.preau.api.base.LocalizedText;

/**
 * What parsers and unpackers say of a damaged file, in the words of the people who read a report: the reasons that can be told apart are translated, the parser's own words follow for who has to look at the
 * file itself. Safe on any thread.
 */
final class Reasons {
    /** Woodstox; the end of a file first, as its message names an element too. */
    private static final List<Reason> XML = List.of(
            reason("xml.cut", "Unexpected EOF; was expecting a close tag for element <([^>]+)>"),
            reason("xml.ends", "Unexpected (?:EOF|end of input block)"),
            reason("xml.unclosed", "Unexpected close tag </([^>]+)>; expected </([^>]+)>"),
            reason("xml.unopened", "Unexpected character combination '</'"),
            reason("xml.roots", "multiple roots"),
            reason("xml.entity", "Undeclared general entity \"([^\"]*)\""),
            reason(
                    "xml.ampersand",
                    "(?:in entity reference|after the reference for entity|Missing semicolon after reference)"),
            reason("xml.encoding", "(?:Unsupported encoding|Declared encoding|Inconsistent text encoding)"),
            reason("xml.utf8", "(?:Invalid UTF-8|middle of a multi-byte char|surrogate)"),
            reason(
                    "xml.control",
                    "(?i)(?:Illegal character|Illegal character entity|invalid white space character|CTRL-CHAR)"),
            reason("xml.twice", "(?i)Duplicate attribute"),
            reason("xml.deep", "(?i)Element Depth limit"),
            reason("xml.long", "(?i)(?:Text size|attribute size|attribute value) limit|size limit"),
            reason("xml.head", "no root element within the first bytes"),
            reason("xml.none", "in prolog"),
            reason("xml.after", "in epilog"),
            reason("xml.less", "(?:after '<'|Unexpected '<' character)"),
            reason("xml.tag", "(?:in start tag|in end tag|in attribute value)"));

    /** The Java library and Commons Compress. */
    private static final List<Reason> PACKED = List.of(
            reason("gzip.cut", "Unexpected end of ZLIB input stream"),
            reason("gzip.sum", "Corrupt GZIP trailer"),
            reason("gzip.none", "Not in GZIP format"),
            reason(
                    "gzip.bits",
                    "(?i)invalid (?:block type|stored block|distance|code lengths|literal|bit length|window|compression|header)|incorrect (?:header|data) check|oversubscribed|incomplete"),
            reason("tar.cut", "(?i)truncated tar|unexpected eof|at offset|truncated"),
            reason("tar.damaged", "(?i)corrupted tar|illegal number|byte .* must be|tar header|parsing"),
            reason("zip.damaged", "(?i)(?:zip|END header|CEN|LOC|central directory)"));

    private Reasons() {}

    private record Reason(String key, Pattern says) {}

    private static Reason reason(String key, String says) {
        return new Reason("reason." + key, Pattern.compile(says));
    }

    /** Of what the parser threw. */
    static LocalizedText of(XMLStreamException thrown) {
        return of(XML, String.valueOf(thrown.getMessage()));
    }

    /** Of what unpacking threw. */
    static LocalizedText of(IOException thrown) {
        return thrown instanceof NoSuchFileException
                ? AafReader.TEXTS.both("reason.file.gone")
                : of(PACKED, thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
    }

    private static LocalizedText of(List<Reason> known, String message) {
        String own = message.lines().findFirst().orElse("?");
        for (Reason each : known) {
            Matcher matcher = each.says().matcher(own);
            if (matcher.find()) {
                return quoted(AafReader.TEXTS.both(each.key(), named(matcher)), own);
            }
        }
        return quoted(AafReader.TEXTS.both("reason.unknown"), own);
    }

    private static Object[] named(Matcher matcher) {
        List<Object> names = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            names.add(String.valueOf(matcher.group(i)));
        }
        return names.toArray();
    }

    private static LocalizedText quoted(LocalizedText reason, String own) {
        return new LocalizedText(
                AafReader.TEXTS.text(Locale.FRENCH, "reason.quoted", reason.fr(), own),
                AafReader.TEXTS.text(Locale.ENGLISH, "reason.quoted", reason.en(), own));
    }
}
