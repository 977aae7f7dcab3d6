package org.preau.connectors.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.http.HttpEndpoint;

/** {@code /connect/catalogue.json}: the catalogue for machines; public, like the page. */
@Component
public final class CatalogueJsonEndpoint implements HttpEndpoint {
    private final Entries entries;

    /** Writes these. */
    @Activate
    public CatalogueJsonEndpoint(@Reference Entries entries) {
        this.entries = entries;
    }

    @Override
    public String path() {
        return "/connect/catalogue.json";
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("application/json;charset=UTF-8");
        List<Map<String, Object>> services =
                entries.all().stream().map(CatalogueJsonEndpoint::asMap).toList();
        response.getOutputStream().write(new ObjectMapper().writeValueAsBytes(Map.of("services", services)));
    }

    private static Map<String, Object> asMap(Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", entry.id());
        map.put("name", both(entry.name()));
        map.put("about", both(entry.about()));
        map.put("category", entry.category());
        map.put("protocol", entry.protocol());
        map.put("offeredBy", entry.offeredBy());
        map.put("receives", entry.receives());
        map.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        map.put("since", entry.since());
        map.put("planned", entry.planned());
        map.put("confirmed", entry.confirmed());
        map.put("checked", entry.checked());
        return map;
    }

    private static Map<String, String> both(LocalizedText text) {
        return Map.of("fr", text.fr(), "en", text.en());
    }
}
