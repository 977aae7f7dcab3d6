package org.preau.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.containment.Finding;
import org.preau.core.doctor.Exports.Exported;

class ImportsTest {
    private final Imports imports = new Imports(
            new Exports(List.of(
                    new Exported("org.preau.api.app", new Version("1.3.0"), "org.preau.api.app"),
                    new Exported("org.slf4j", new Version("2.0.17"), "slf4j.api"))),
            17);

    @Test
    void nothingIsMissingWhenEverythingIsHere() {
        assertThat(missing("org.preau.api.app;version=\"[1.1,2)\",org.slf4j;version=\"[2.0,3)\",java.util"))
                .isEmpty();
    }

    @Test
    void anOptionalOrOwnPackageIsNotMissing() {
        assertThat(missing("com.example.extra;resolution:=optional")).isEmpty();
        assertThat(imports.missing(Map.of("Import-Package", "org.own", "Export-Package", "org.own;version=\"1.0\"")))
                .isEmpty();
    }

    @Test
    void namesAPackageThatNobodyExportsWithItsRange() {
        Finding finding = only(missing("com.example.pdf;version=\"[3.1,4)\""));
        assertThat(finding.code()).isEqualTo("missing-package");
        assertThat(finding.what().en()).contains("com.example.pdf", "[3.1.0,4.0.0)");
        assertThat(finding.what().in(Locale.FRENCH)).contains("qu’aucun bundle n’exporte");
    }

    @Test
    void namesTheVersionThatIsHereInstead() {
        Finding finding = only(missing("org.slf4j;version=\"[1.7,2)\""));
        assertThat(finding.code()).isEqualTo("wrong-version");
        assertThat(finding.what().en()).contains("2.0.17", "slf4j.api");
    }

    @Test
    void saysThatItWasBuiltForAnotherApi() {
        Finding newer = only(missing("org.preau.api.app;version=\"[2.0,3)\""));
        assertThat(newer.code()).isEqualTo("newer-api");
        assertThat(newer.what().en())
                .isEqualTo("It was built against API 2.0 of org.preau.api.app; this portal has 1.3.0.");
        assertThat(only(missing("org.preau.api.app;version=\"[0.9,1)\"")).code())
                .isEqualTo("older-api");
        assertThat(only(missing("org.preau.api.storage;version=\"[1.0,2)\"")).code())
                .isEqualTo("unknown-api");
    }

    @Test
    void saysThatItNeedsANewerJava() {
        String wanted = "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=%s))\"";
        Finding finding = only(imports.missing(Map.of("Require-Capability", wanted.formatted("21"))));
        assertThat(finding.code()).isEqualTo("wrong-java");
        assertThat(finding.cure().en()).contains("--release 17");
        assertThat(imports.missing(Map.of("Require-Capability", wanted.formatted("17"))))
                .isEmpty();
        assertThat(imports.missing(Map.of("Require-Capability", wanted.formatted("1.8"))))
                .isEmpty();
    }

    private List<Finding> missing(String header) {
        return imports.missing(Map.of("Import-Package", header));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
