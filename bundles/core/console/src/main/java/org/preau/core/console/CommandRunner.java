package org.preau.core.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.PortalException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.supervision.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the command a line names and runs it. The border where a command's failures end. */
final class CommandRunner {
    /** Exit status for a command that is not there, as in every shell. */
    static final int UNKNOWN = 127;

    private static final Logger log = LoggerFactory.getLogger(CommandRunner.class);
    private static final String SCOPE = "preau:";

    private final Supplier<List<PortalCommand>> commands;
    private final Supplier<@Nullable Faults> faults;
    private final Supplier<Containment> containment;

    /**
     * A runner.
     *
     * @param commands those there are now, the one that serves last among those of one name
     */
    CommandRunner(Supplier<List<PortalCommand>> commands, Supplier<@Nullable Faults> faults) {
        this(commands, faults, () -> Containment.NONE);
    }

    CommandRunner(
            Supplier<List<PortalCommand>> commands,
            Supplier<@Nullable Faults> faults,
            Supplier<Containment> containment) {
        this.commands = commands;
        this.faults = faults;
        this.containment = containment;
    }

    /** Runs one line and tells its exit status. */
    int run(String line, Path folder, PrintStream out, PrintStream err) {
        try {
            List<String> words = LineWords.of(line);
            if (words.isEmpty() || words.get(0).equals(SCOPE + "help")) {
                help(out);
                return PortalCommand.OK;
            }
            PortalCommand command = named(words.get(0));
            if (command == null) {
                err.println("unknown command " + words.get(0) + "; preau:help lists them");
                return UNKNOWN;
            }
            return call(command, words.subList(1, words.size()), folder, out, err);
        } catch (MisusedCommandException e) {
            err.println(e.getMessage());
            return PortalCommand.MISUSED;
        }
    }

    private int call(PortalCommand command, List<String> words, Path folder, PrintStream out, PrintStream err) {
        CommandSpec spec = command.spec();
        if (words.contains("--help")) {
            usage(spec, out);
            return PortalCommand.OK;
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(command.getClass().getClassLoader());
        try {
            CommandCall read = CommandCall.read(spec, words, folder, out, err);
            return containment.get().<Integer, Exception>call(command, Door.COMMAND, () -> command.run(read));
        } catch (MisusedCommandException e) {
            err.println(e.getMessage());
            err.println("usage: " + spec.synopsis());
            return PortalCommand.MISUSED;
        } catch (PortalException e) {
            log.debug("preau:{} failed", spec.name(), e);
            err.println(e.userMessage(Locale.ENGLISH));
            return PortalCommand.FAILED;
        } catch (Exception | LinkageError e) {
            err.println("preau:" + spec.name() + " failed: " + e + " (" + report(spec.name(), e) + ")");
            return PortalCommand.FAILED;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String report(String name, Throwable cause) {
        Faults place = faults.get();
        if (place != null) {
            return place.report("preau:" + name, cause);
        }
        log.error("preau:{} failed", name, cause);
        return "see the log";
    }

    private @Nullable PortalCommand named(String word) {
        if (!word.startsWith(SCOPE)) {
            return null;
        }
        String name = word.substring(SCOPE.length());
        return commands.get().stream()
                .filter(command -> command.spec().name().equals(name))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private void help(PrintStream out) {
        out.println("preau:COMMAND --help tells more.");
        Map<String, String> purposes = new TreeMap<>();
        commands.get().stream()
                .map(PortalCommand::spec)
                .forEach(spec -> purposes.put(SCOPE + spec.name(), spec.purpose()));
        purposes.forEach((name, purpose) -> out.printf(Locale.ROOT, "  %-32s %s%n", name, purpose));
    }

    private static void usage(CommandSpec spec, PrintStream out) {
        out.println(spec.purpose());
        out.println("usage: " + spec.synopsis());
        spec.words().forEach(word -> out.printf(Locale.ROOT, "  %-20s %s%n", word.name(), word.purpose()));
    }
}
