package org.preau.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the table requirement, tests, result (C67) after a test run. */
public final class RequirementTable {
    private RequirementTable() {}

    /**
     * Reads every {@code target} folder below a root.
     *
     * @param args root of the project, file to write
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path file = Path.of(args[1]);
        Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
        Files.writeString(file, table(root));
    }

    static String table(Path root) throws IOException {
        TestResults results = new TestResults();
        List<ProvingTests.Claim> claims = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String path = file.toString().replace('\\', '/');
                if (path.matches(".*/target/(surefire|failsafe)-reports/TEST-[^/]*\\.xml")) {
                    results.read(file);
                } else if (path.contains("/target/test-classes/org/preau/") && path.endsWith(".class")) {
                    claims.addAll(ProvingTests.in(file));
                }
            });
        }
        claims.sort(Comparator.comparing(ProvingTests.Claim::requirement)
                .thenComparing(ProvingTests.Claim::className)
                .thenComparing(ProvingTests.Claim::method));
        StringBuilder table = new StringBuilder("# Requirements proved by tests\n\n"
                + "Written by `./preau test`. What a requirement says: docs/requirements.md.\n\n"
                + "| requirement | test | result |\n|---|---|---|\n");
        for (ProvingTests.Claim claim : claims) {
            table.append("| %s | %s#%s | %s |%n"
                    .formatted(claim.requirement(), claim.className(), claim.method(), results.of(claim)));
        }
        return table.toString();
    }
}
