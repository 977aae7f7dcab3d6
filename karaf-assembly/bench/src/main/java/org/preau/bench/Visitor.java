package org.preau.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** A signed-in user of the shell who opens pages; one thread at a time. */
final class Visitor {
    /** As many as hash passwords at once in the portal. */
    private static final int SIGN_INS_AT_ONCE = 4;

    final PlainClient http;
    final FlowClient flow;
    private long document;
    private long init;
    private long view;

    private Visitor(PlainClient signedIn) {
        http = signedIn.observedBy((request, response, nanos) -> note(request, nanos));
        flow = new FlowClient(signedIn);
    }

    /** So many visitors, signed in over all demonstration accounts, a few at a time. */
    static List<Visitor> crowd(Stage stage, int count) throws IOException, InterruptedException {
        List<Portal.Login> logins = stage.logins();
        List<Visitor> visitors = Collections.synchronizedList(new ArrayList<>());
        List<Runnable> signIns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Portal.Login login = logins.get(i % logins.size());
            PlainClient client = stage.client();
            signIns.add(() -> visitors.add(new Visitor(client.signIn(login))));
        }
        Crowd.together(signIns, SIGN_INS_AT_ONCE);
        return List.copyOf(visitors);
    }

    /** Opens a page as a browser does: document, first state of the user interface, view. */
    String open(String path) {
        return flow.open(path);
    }

    /** Of the page opened last, nanoseconds from sending to the whole answer. */
    long document() {
        return document;
    }

    long init() {
        return init;
    }

    long view() {
        return view;
    }

    /** The three one after the other. */
    long page() {
        return document + init + view;
    }

    private void note(HttpRequest request, long nanos) {
        String query = String.valueOf(request.uri().getQuery());
        if (query.contains("v-r=init")) {
            init = nanos;
        } else if (query.contains("v-r=uidl")) {
            view = nanos;
        } else {
            document = nanos;
        }
    }
}
