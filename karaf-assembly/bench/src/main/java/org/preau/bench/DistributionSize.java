package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.preau.driver.Portal;

/** How big the product is. */
final class DistributionSize implements Part {
    @Override
    public String name() {
        return "size";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        Path target = Portal.root().resolve("karaf-assembly/distribution/target");
        try (Stream<Path> files = Files.list(target)) {
            for (Path archive :
                    files.filter(file -> file.toString().endsWith(".tar.gz")).toList()) {
                report.add("size.archive", "distribution, archive", Files.size(archive) / 1e6, "MB");
            }
        }
        try (Stream<Path> files = Files.walk(target.resolve("assembly"))) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            report.add("size.unpacked", "distribution, unpacked", bytes / 1e6, "MB");
        }
    }
}
