package org.preau.core.connect.command;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;
import org.preau.core.connect.ConnectorRegister;
import org.preau.core.connect.ConnectorRegister.Entry;

/** Tells the doctor what is wrong with a connector: its file, its category, its protocol. */
@Component
public final class ConnectorExaminer implements Examiner {
    private final ConnectorRegister register;

    /** Tells of this register. */
    @Activate
    public ConnectorExaminer(@Reference ConnectorRegister register) {
        this.register = register;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        for (Entry entry : register.entries()) {
            if (entry.id().equals(patient.id())
                    || entry.origin().equals(patient.id())
                    || entry.origin().equals(patient.name())) {
                findings.addAll(of(entry));
            }
        }
        return findings;
    }

    private static List<Finding> of(Entry entry) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "connector",
                !entry.serves() || entry.state() != ConnectorRegister.State.ACTIVE,
                new LocalizedText(
                        "Le connecteur " + entry.id() + " (" + entry.origin() + ") est : "
                                + entry.state().word(),
                        "The connector " + entry.id() + " (" + entry.origin() + ") is "
                                + entry.state().word()),
                new LocalizedText(
                        "preau:connector-list montre tous les connecteurs.",
                        "preau:connector-list shows all connectors.")));
        for (ConnectorFinding finding : entry.findings()) {
            findings.add(Finding.problem(
                    "wrong-connector",
                    new LocalizedText(
                            "Le connecteur " + entry.id() + " : "
                                    + finding.text().fr(),
                            finding.message()),
                    new LocalizedText(
                            "Corrigez " + entry.origin() + " ; un fichier est relu aussitôt.",
                            "Mend " + entry.origin() + "; a file is read again at once.")));
        }
        return findings;
    }
}
