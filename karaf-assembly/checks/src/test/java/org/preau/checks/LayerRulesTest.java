package org.preau.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class LayerRulesTest {
    @Test
    void letsAnApplicationSeeContractsAndTheKit() {
        assertThat(violations("org.preau.apps.news", "org.preau.api.app,org.preau.ui.kit,com.vaadin.flow.component"))
                .isEmpty();
    }

    @Test
    void refusesAnApplicationThatImportsTheCore() {
        assertThat(violations("org.preau.apps.news", "org.preau.core.directory"))
                .singleElement()
                .asString()
                .contains("org.preau.core.directory")
                .contains("sees api bundles");
    }

    @Test
    void refusesAnApplicationThatImportsItsSibling() {
        assertThat(violations("org.preau.apps.news", "org.preau.apps.people")).hasSize(1);
    }

    @Test
    void refusesAContractThatLooksUp() {
        assertThat(violations("org.preau.api.app", "org.preau.core.shell")).hasSize(1);
        assertThat(violations("org.preau.api.app", "org.preau.ui.kit")).hasSize(1);
    }

    @Test
    void refusesAnOptionalImportOfAnotherBundleOfOurs() {
        assertThat(violations("org.preau.apps.news", "org.preau.api.app;resolution:=optional"))
                .singleElement()
                .asString()
                .contains("optionally");
    }

    @Test
    void keepsEachRiskyTechnologyWithItsOwner() {
        assertThat(violations("org.preau.core.persistence", "org.eclipse.persistence.jpa"))
                .isEmpty();
        assertThat(violations("org.preau.apps.news", "org.eclipse.persistence.jpa"))
                .hasSize(1);
        assertThat(violations("org.preau.apps.news", "com.vaadin.flow.internal"))
                .hasSize(1);
        assertThat(violations("org.preau.apps.news", "org.apache.karaf.shell.api.action"))
                .hasSize(1);
    }

    @Test
    void refusesJavaxSuccessors() {
        assertThat(violations("org.preau.sso.cas", "javax.servlet.http")).hasSize(1);
    }

    @Test
    void refusesExportsOutsideTheContracts() {
        Manifest manifest = manifest("org.preau.core.directory", "");
        manifest.getMainAttributes().putValue("Export-Package", "org.preau.core.directory;version=1.0");
        assertThat(LayerRules.violations(BundleFacts.of(manifest, List.of()))).hasSize(1);
    }

    @Test
    void refusesDynamicImports() {
        Manifest manifest = manifest("org.preau.thirdparty.hikaricp", "");
        manifest.getMainAttributes().putValue("DynamicImport-Package", "*");
        assertThat(LayerRules.violations(BundleFacts.of(manifest, List.of()))).hasSize(1);
    }

    @Test
    void refusesAPluginThatRegistersAServlet() {
        BundleFacts plugin = BundleFacts.of(
                manifest("org.preau.apps.news", ""), List.of("<provide interface=\"jakarta.servlet.Servlet\"/>"));
        assertThat(LayerRules.violations(plugin)).singleElement().asString().contains("HttpEndpoint");
    }

    private static List<String> violations(String name, String imports) {
        return LayerRules.violations(BundleFacts.of(manifest(name, imports), List.of()));
    }

    private static Manifest manifest(String name, String imports) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        if (!imports.isEmpty()) {
            manifest.getMainAttributes().putValue("Import-Package", imports);
        }
        return manifest;
    }
}
