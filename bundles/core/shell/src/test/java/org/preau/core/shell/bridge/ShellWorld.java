package org.preau.core.shell.bridge;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.base.Profile;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.Soon;
import org.preau.core.shell.bridge.ShellServer.Browser;

/** The shell behind a server, with a teacher who has a session; one server a test class, fresh neighbours before each test. */
abstract class ShellWorld {
    static ShellServer shell;
    PortalSession teacher;

    @BeforeAll
    static void start() throws Exception {
        shell = new ShellServer();
    }

    @AfterAll
    static void stop() throws Exception {
        shell.close();
    }

    @BeforeEach
    void open() {
        shell.reset();
        teacher = shell.neighbours.sessions.open(Profile.TEACHER, "Ana");
    }

    /** What the page is told as soon as it is told the words wanted. */
    static String eventually(Browser browser, String wanted) throws Exception {
        return Soon.seen(browser::ping, answer -> answer.contains(wanted));
    }
}
