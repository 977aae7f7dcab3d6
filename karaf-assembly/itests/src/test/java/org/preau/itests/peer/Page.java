package org.preau.itests.peer;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.driver.PlainClient;

/** An answer and what a browser without script sees of it; {@code refreshes}: it asks to be loaded again. */
public record Page(URI at, int status, Optional<URI> redirect, boolean refreshes, String body) {
    private static final Pattern FORM =
            Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern SEEN = Pattern.compile("<input(?![^>]*type=\"(hidden|submit)\")|<select|<textarea");
    private static final Pattern MESSAGE = Pattern.compile("name=\"(SAMLResponse|SAMLRequest|id_token|code)\"");

    static Page of(HttpResponse<String> answer) {
        Optional<URI> redirect = answer.headers()
                .firstValue("Location")
                .filter(to -> answer.statusCode() / 100 == 3)
                .map(answer.uri()::resolve);
        boolean refreshes = answer.headers()
                .firstValue("Refresh")
                .filter(header -> !header.contains("url="))
                .isPresent();
        return new Page(answer.uri(), answer.statusCode(), redirect, refreshes, answer.body());
    }

    /** Whether it has a password to be filled in. */
    public boolean asksForPassword() {
        return body.contains("name=\"password\"");
    }

    /** Whether it is a form that brings a message of a protocol to another site, which a browser would send by itself. */
    boolean sendsItself() {
        Matcher form = FORM.matcher(body);
        return status == 200
                && form.find()
                && MESSAGE.matcher(form.group(2)).find()
                && !SEEN.matcher(form.group(2)).find();
    }

    /** The values of its buttons of that name, in order. */
    public List<String> buttons(String name) {
        Matcher button = Pattern.compile("<button[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(body);
        List<String> values = new ArrayList<>();
        while (button.find()) {
            values.add(button.group(1));
        }
        return values;
    }

    /** Its first form, with these fields filled in. */
    Form form(Map<String, String> fields) {
        Matcher form = FORM.matcher(body);
        if (!form.find()) {
            throw new AssertionError("no form:\n" + this);
        }
        Map<String, String> values = new LinkedHashMap<>(PlainClient.hiddenFields(form.group(2)));
        values.putAll(fields);
        URI action = resolved(attribute(form.group(1), "action").orElse(at.getRawPath()));
        boolean post = attribute(form.group(1), "method").orElse("get").equalsIgnoreCase("post");
        return new Form(action, post, values);
    }

    /** The addresses that a browser would load in frames. */
    List<URI> frames() {
        Matcher frame = Pattern.compile("<iframe([^>]*)>").matcher(body);
        List<URI> found = new ArrayList<>();
        while (frame.find()) {
            attribute(frame.group(1), "src").map(this::resolved).ifPresent(found::add);
        }
        return found;
    }

    /** RFC 3986, section 5.2: a query alone keeps the path, which {@link URI#resolve} forgets. */
    private URI resolved(String written) {
        String reference = written.replace("&amp;", "&")
                .replace("&#x3a;", ":")
                .replace("&#x2f;", "/")
                .replace("&#x3D;", "=");
        return at.resolve(reference.startsWith("?") ? at.getRawPath() + reference : reference);
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() && !found.group(1).isEmpty() ? Optional.of(found.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return status + " " + at + "\n" + body.substring(0, Math.min(3000, body.length()));
    }

    /** A form filled in. */
    record Form(URI action, boolean post, Map<String, String> fields) {}
}
