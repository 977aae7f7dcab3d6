package org.preau.core.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.console.PortalCommand;
import org.preau.api.containment.Containment;
import org.preau.api.supervision.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's command line: {@code DIR/data/console.sock}. A caller sends one line of JSON, {@code {"cwd":"…","command":"preau:…"}}, and gets frames ({@link Frames}).
 */
@Component(
        service = {},
        immediate = true)
public final class Console {
    private static final Logger log = LoggerFactory.getLogger(Console.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<PortalCommand> commands = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Faults faults;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    private final CommandRunner runner =
            new CommandRunner(() -> commands, () -> faults, () -> Containment.orNone(containment));
    private final ObjectMapper json = new ObjectMapper();
    private final ConsoleSocket socket;

    /** Opens the socket in the instance's data folder. */
    @Activate
    public Console(BundleContext context) throws IOException {
        this(Path.of(String.valueOf(context.getProperty("karaf.data"))).resolve("console.sock"));
    }

    Console(Path file) throws IOException {
        socket = new ConsoleSocket(file, this::serve);
    }

    /** Closes it. */
    @Deactivate
    public void close() throws IOException {
        socket.close();
    }

    private void serve(SocketChannel channel) {
        try {
            Frames frames = new Frames(Channels.newOutputStream(channel));
            PrintStream out = frames.stream('o');
            PrintStream err = frames.stream('e');
            int status = answer(Channels.newInputStream(channel), out, err);
            out.flush();
            err.flush();
            frames.exit(status);
        } catch (IOException e) {
            log.debug("The caller of the console went away", e);
        }
    }

    private int answer(InputStream in, PrintStream out, PrintStream err) throws IOException {
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        JsonNode call;
        try {
            call = json.readTree(line == null ? "" : line);
        } catch (JsonProcessingException e) {
            call = json.missingNode();
        }
        if (!call.path("command").isTextual() || !call.path("cwd").isTextual()) {
            err.println("the console expects one line {\"cwd\":\"…\",\"command\":\"…\"}");
            return PortalCommand.MISUSED;
        }
        return runner.run(
                call.path("command").asText(), Path.of(call.path("cwd").asText()), out, err);
    }
}
