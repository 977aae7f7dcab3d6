package org.preau.itests.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.preau.driver.Program;

/** Shibboleth's daemon, which does the work of Apache's module. */
public final class Shibd implements AutoCloseable {
    private final Program program;

    private Shibd(Program program) {
        this.program = program;
    }

    /** Starts it for that Apache, whose folder holds the provider's metadata ({@code idp.xml}). */
    public static Shibd start(Apache apache, String provider) {
        int port = Program.freePort();
        apache.define("SHIBD", String.valueOf(port)).define("IDP", provider);
        apache.write("shibd.logger");
        apache.write("native.logger");
        apache.write("attribute-map.xml");
        String configuration = apache.write("shibboleth2.xml").toString();
        Program program = Program.start(
                "shibd",
                apache.folder,
                Map.of(),
                List.of("/usr/sbin/shibd", "-F", "-f", "-c", configuration, "-p", apache.folder + "/shibd.pid"));
        return new Shibd(program.listeningOn(port, Duration.ofSeconds(90)));
    }

    /** What it printed. */
    public String printed() {
        return program.printed();
    }

    @Override
    public void close() {
        program.close();
    }
}
