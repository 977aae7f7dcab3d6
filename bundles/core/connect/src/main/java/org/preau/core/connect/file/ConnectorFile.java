package org.preau.core.connect.file;

import java.util.List;
import java.util.Optional;
import org.preau.api.connector.Connector;

/**
 * What a file says.
 *
 * @param name name of the file
 * @param id id in its name, or what stands in its place
 * @param connector the connector, unless something is wrong with it
 * @param sketch what can be made of it, for further checks only, where something is wrong with it
 * @param problems what the operator should mend, each naming file, key and cure; a connector that serves may have some too
 */
public record ConnectorFile(
        String name, String id, Optional<Connector> connector, Optional<Connector> sketch, List<String> problems) {
    /** Keeps its own copy of the problems. */
    public ConnectorFile {
        problems = List.copyOf(problems);
    }
}
