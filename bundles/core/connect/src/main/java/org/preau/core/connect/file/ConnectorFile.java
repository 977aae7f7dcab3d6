package org.preau.core.connect.file;

import java.util.List;
import java.util.Optional;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;

/**
 * What a file says.
 *
 * @param name name of the file
 * @param id id in its name, or what stands in its place
 * @param connector the connector, unless something is wrong with it
 * @param sketch what can be made of it, for further checks only, where something is wrong with it
 * @param findings what the operator should mend, each naming file, key and cure; a connector that serves may have some too
 */
public record ConnectorFile(
        String name,
        String id,
        Optional<Connector> connector,
        Optional<Connector> sketch,
        List<ConnectorFinding> findings) {
    /** Keeps its own copy of the findings. */
    public ConnectorFile {
        findings = List.copyOf(findings);
    }

    /** Of a file of which nothing can be made. */
    static ConnectorFile hopeless(String name, String id, ConnectorFinding finding) {
        return new ConnectorFile(name, id, Optional.empty(), Optional.empty(), List.of(finding.at(name)));
    }

    /** The findings in English. */
    public List<String> problems() {
        return findings.stream().map(ConnectorFinding::message).toList();
    }
}
