package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Ids;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.sso.lti.SqlGrades.Place;

/** Assignments and grades (AGS 2.0): a tool's own line items in a school, and the scores of those who launched it there. */
final class GradesFlow {
    private static final String ITEM = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String RESULTS = "application/vnd.ims.lis.v2.resultcontainer+json";

    private final SqlGrades grades;
    private final SqlRoster roster;
    private final SqlLinks links;

    GradesFlow(SqlGrades grades, SqlRoster roster, SqlLinks links) {
        this.grades = grades;
        this.roster = roster;
        this.links = links;
    }

    /** The line items of a place. */
    void items(HttpServletRequest request, HttpServletResponse response, Place place, String address)
            throws IOException, ServiceRefusal {
        if (request.getMethod().equals("POST")) {
            LineItem made = LineItem.read(Ids.next(), ServiceAnswers.read(request));
            checkResource(place, made);
            if (!grades.add(place, made)) {
                throw new ServiceRefusal(409, "too_many", "at most " + SqlGrades.MOST + " line items in a school");
            }
            response.setStatus(HttpServletResponse.SC_CREATED);
            response.setHeader("Location", address + "/" + made.id());
            ServiceAnswers.write(response, ITEM, made.told(address + "/" + made.id()));
            return;
        }
        PageRequest page = ServiceAnswers.page(request);
        Page<LineItem> items = grades.items(
                place,
                new SqlGrades.Filter(
                        Optional.ofNullable(request.getParameter("resource_link_id")),
                        Optional.ofNullable(request.getParameter("resource_id")),
                        Optional.ofNullable(request.getParameter("tag"))),
                page);
        ServiceAnswers.next(request, response, address, page, items);
        ServiceAnswers.write(
                response,
                ITEMS,
                items.items().stream()
                        .map(item -> item.told(address + "/" + item.id()))
                        .toList());
    }

    /** One line item. */
    void item(HttpServletRequest request, HttpServletResponse response, Place place, UUID id, String address)
            throws IOException, ServiceRefusal {
        switch (request.getMethod()) {
            case "GET" -> ServiceAnswers.write(response, ITEM, found(place, id).told(address));
            case "PUT" -> {
                LineItem changed = LineItem.read(id, ServiceAnswers.read(request));
                checkResource(place, changed);
                if (!grades.change(place, changed)) {
                    throw unknown();
                }
                ServiceAnswers.write(response, ITEM, changed.told(address));
            }
            default -> {
                if (!grades.remove(place, id)) {
                    throw unknown();
                }
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        }
    }

    /** A score comes. */
    void score(HttpServletRequest request, HttpServletResponse response, Place place, UUID id)
            throws IOException, ServiceRefusal {
        LineItem item = found(place, id);
        Score score = Score.read(ServiceAnswers.read(request), item.maximum());
        if (!roster.contains(place.connector(), place.uai(), score.userId())) {
            throw ServiceRefusal.notFound("nobody of this school has launched the tool as that userId");
        }
        if (!grades.keep(id, score)) {
            throw new ServiceRefusal(409, "conflict", "a score of the same time or later is there");
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** The results of a line item: scores that are graded. */
    void results(HttpServletRequest request, HttpServletResponse response, Place place, UUID id, String address)
            throws IOException, ServiceRefusal {
        LineItem item = found(place, id);
        PageRequest page = ServiceAnswers.page(request);
        Page<Score> scores = grades.results(id, Optional.ofNullable(request.getParameter("user_id")), page);
        List<Map<String, Object>> told = scores.items().stream()
                .filter(Score::graded)
                .map(score -> result(item, score, address))
                .toList();
        ServiceAnswers.next(request, response, address + "/results", page, scores);
        ServiceAnswers.write(response, RESULTS, told);
    }

    /** The resource that a line item goes with must be the tool's: one that was picked, or its tile. */
    private void checkResource(Place place, LineItem item) throws ServiceRefusal {
        String resource = item.resourceLink();
        if (resource != null && !resource.startsWith(place.connector() + "-") && !picked(place, resource)) {
            throw ServiceRefusal.notFound("there is no resourceLinkId " + resource.replaceAll("[^A-Za-z0-9_-]", "?"));
        }
    }

    private boolean picked(Place place, String resource) {
        return resource.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && links.byId(UUID.fromString(resource))
                        .filter(link -> link.connector().equals(place.connector()))
                        .isPresent();
    }

    private LineItem found(Place place, UUID id) throws ServiceRefusal {
        return grades.find(place, id).orElseThrow(GradesFlow::unknown);
    }

    private static Map<String, Object> result(LineItem item, Score score, String address) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", address + "/results?user_id=" + Launches.encoded(score.userId()));
        result.put("scoreOf", address);
        result.put("userId", score.userId());
        result.put("resultScore", score.given());
        result.put("resultMaximum", item.maximum());
        if (score.comment() != null) {
            result.put("comment", score.comment());
        }
        return result;
    }

    private static ServiceRefusal unknown() {
        return ServiceRefusal.notFound("the tool has no such line item in this school");
    }
}
