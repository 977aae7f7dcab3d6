package org.preau.core.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;

/** Tells the doctor why a file of the deploy folder does not serve. */
@Component
public final class DeployExaminer implements Examiner {
    private final DeployWatcher watcher;

    /** Tells what this watcher did. */
    @Activate
    public DeployExaminer(@Reference DeployWatcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        List<Finding> findings = new ArrayList<>();
        watcher.deployer().problems().forEach((file, why) -> {
            String fileName = String.valueOf(file.getFileName());
            String name = nameOf(file);
            boolean his = name.isEmpty() ? fileName.contains(patient.id()) : isNamed(name, patient);
            if (his) {
                findings.add(Finding.problem(
                        "not-deployed",
                        new LocalizedText(
                                "Le fichier " + fileName + " n’est pas déployé : " + why.fr(),
                                "The file " + fileName + " is not deployed: " + why.en()),
                        new LocalizedText(
                                "Corrigez-le et déposez-le à nouveau ; le dossier est relu aussitôt.",
                                "Mend it and drop it again; the folder is looked at at once.")));
            }
        });
        return findings;
    }

    private static boolean isNamed(String name, Patient patient) {
        String wanted = patient.id().replace('-', '.');
        return name.equals(patient.name()) || name.replace('-', '.').endsWith("." + wanted);
    }

    private static String nameOf(Path file) {
        JarReading reading = JarReader.read(file);
        if (reading instanceof JarReading.Plugin plugin) {
            return plugin.jar().name();
        }
        return reading instanceof JarReading.Refused refused ? refused.name() : "";
    }
}
