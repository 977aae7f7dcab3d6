package org.preau.sso.lti;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a tool may ask a token for (LTI Advantage: NRPS 2.0, AGS 2.0). */
enum ServiceScope {
    /** Lists the members of a school. */
    MEMBERS("https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"),
    /** Makes, changes and reads line items. */
    LINE_ITEM("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"),
    /** Reads line items. */
    LINE_ITEM_READ("https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly"),
    /** Reads results. */
    RESULT("https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly"),
    /** Writes scores. */
    SCORE("https://purl.imsglobal.org/spec/lti-ags/scope/score");

    private final String uri;

    ServiceScope(String uri) {
        this.uri = uri;
    }

    /** As messages write it. */
    String uri() {
        return uri;
    }

    /** Those about scores. */
    static List<String> grades() {
        return List.of(LINE_ITEM.uri, LINE_ITEM_READ.uri, RESULT.uri, SCORE.uri);
    }

    /** What that tool may have at most: what its connector's file offers it. */
    static Set<ServiceScope> offered(Tool tool) {
        Set<ServiceScope> offered = EnumSet.noneOf(ServiceScope.class);
        if (tool.listsMembers()) {
            offered.add(MEMBERS);
        }
        if (tool.takesGrades()) {
            offered.addAll(EnumSet.of(LINE_ITEM, LINE_ITEM_READ, RESULT, SCORE));
        }
        return offered;
    }
}
