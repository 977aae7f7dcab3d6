package org.preau.checks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Results of the test runs, read from Surefire's reports. */
final class TestResults {
    private final Map<String, String> byTest = new HashMap<>();

    /** Adds the results of one report file. */
    void read(Path report) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList cases = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String method = test.getAttribute("name").replaceAll("[({\\[].*", "");
                byTest.merge(test.getAttribute("classname") + "#" + method, resultOf(test), TestResults::worse);
                byTest.merge(test.getAttribute("classname") + "#*", resultOf(test), TestResults::worse);
            }
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalStateException(report + " cannot be read", e);
        }
    }

    /** {@code passed}, {@code failed}, {@code skipped}, or {@code not run}. */
    String of(ProvingTests.Claim claim) {
        return byTest.getOrDefault(claim.className() + "#" + claim.method(), "not run");
    }

    private static String resultOf(Element test) {
        if (test.getElementsByTagName("failure").getLength()
                        + test.getElementsByTagName("error").getLength()
                > 0) {
            return "failed";
        }
        return test.getElementsByTagName("skipped").getLength() > 0 ? "skipped" : "passed";
    }

    private static String worse(String one, String other) {
        for (String result : new String[] {"failed", "skipped"}) {
            if (one.equals(result) || other.equals(result)) {
                return result;
            }
        }
        return "passed";
    }
}
