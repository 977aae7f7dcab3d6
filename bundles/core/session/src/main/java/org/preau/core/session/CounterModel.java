package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.preau.api.base.LocalizedText;
import org.preau.api.signin.SignInCounter;
import org.preau.api.signin.SignInCounter.CounterForm;
import org.preau.api.signin.SignInCounter.Field;

/** What the sign-in page shows of a counter: its form, its button, or that it is out of order. */
final class CounterModel {
    private CounterModel() {}

    static Map<String, Object> of(
            SignInCounter counter,
            Locale locale,
            SignInScreen.Failure failure,
            HttpServletRequest request,
            String destination,
            boolean renew) {
        boolean failed = failure.counter().equals(counter.id());
        boolean open = counter.available();
        CounterForm form = counter.form().orElse(new CounterForm(List.of(), new LocalizedText("-", "-"), List.of()));
        Map<String, Object> model = new HashMap<>();
        model.put("id", counter.id());
        model.put("address", addressOf(counter, destination, renew));
        model.put("label", counter.label().in(locale));
        model.put("form", open && counter.form().isPresent());
        model.put("button", open && counter.form().isEmpty());
        model.put("down", !open);
        model.put("failed", failed);
        model.put("message", failed ? failure.message() : "");
        model.put(
                "fields",
                form.fields().stream()
                        .map(field -> field(counter, field, locale, failed, request))
                        .toList());
        model.put("submit", form.submit().in(locale));
        model.put("hasLinks", !form.links().isEmpty());
        model.put(
                "links",
                form.links().stream()
                        .map(link -> Map.of("text", link.label().in(locale), "path", link.path()))
                        .toList());
        return model;
    }

    /** The counter's provider must not answer from a sign-in of its own either, when it is to be proved anew. */
    private static String addressOf(SignInCounter counter, String destination, boolean renew) {
        String address = Destination.through("/signin/" + counter.id(), destination);
        return renew ? address + (address.contains("?") ? "&" : "?") + "renew=1" : address;
    }

    private static Map<String, Object> field(
            SignInCounter counter, Field field, Locale locale, boolean failed, HttpServletRequest request) {
        boolean kept = failed && !field.type().equals("password");
        return Map.of(
                "fieldId", counter.id() + "-" + field.name(),
                "name", field.name(),
                "fieldLabel", field.label().in(locale),
                "type", field.type(),
                "autocomplete", field.autocomplete(),
                "value", kept ? Objects.requireNonNullElse(request.getParameter(field.name()), "") : "");
    }
}
