package org.preau.sdk.layers;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayerCheckTest {
    /** Errors of the check on a bundle of these packages. */
    private static List<String> errors(String packages, Map<String, String> headers) throws Exception {
        try (Builder builder = new Builder()) {
            builder.setClasspath(
                    new File[] {new File(LayerCheckTest.class.getResource("/").toURI())});
            builder.setProperty(Constants.PRIVATEPACKAGE, packages);
            builder.setProperty("Bundle-SymbolicName", "tried");
            builder.setProperty("-plugin.layers", LayerCheck.class.getName());
            headers.forEach(builder::setProperty);
            builder.build();
            return new ArrayList<>(builder.getErrors())
                    .stream().filter(each -> each.contains("layer check")).toList();
        }
    }

    @Test
    void passesAPluginThatKeepsToTheContracts() throws Exception {
        assertThat(errors("org.example.good", Map.of())).isEmpty();
    }

    @Test
    void refusesImportsOfThePortalsInside() throws Exception {
        assertThat(errors("org.example.bad", Map.of()))
                .anyMatch(error -> error.contains("imports org.preau.core.secret: only org.preau.api.*"));
    }

    @Test
    void refusesServletsAndSaysWhatToRegisterInstead() throws Exception {
        assertThat(errors("org.example.bad", Map.of()))
                .anyMatch(error -> error.contains("org.example.bad.BadServlet is a jakarta.servlet.http.HttpServlet")
                        && error.contains("HttpEndpoint"));
    }

    @Test
    void refusesToOpenOthersFieldsAndToStopThePortal() throws Exception {
        assertThat(errors("org.example.bad", Map.of()))
                .anyMatch(error -> error.contains("Burglar calls java.lang.reflect.Field.setAccessible"))
                .anyMatch(error -> error.contains("Burglar calls java.lang.System.exit"));
    }

    @Test
    void refusesPackagesNamedAsThePortals() throws Exception {
        assertThat(errors("org.preau.core.secret", Map.of()))
                .anyMatch(error -> error.contains("contains org.preau.core.secret"));
    }

    @Test
    void refusesWiresThatBreak() throws Exception {
        assertThat(errors("org.example.good", Map.of("DynamicImport-Package", "*")))
                .anyMatch(error -> error.contains("DynamicImport-Package"));
        assertThat(errors("org.example.good", Map.of("Require-Bundle", "org.preau.core.shell")))
                .anyMatch(error -> error.contains("Require-Bundle"));
    }
}
