package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class CasAnswersTest {
    private static final String NASTY = "</cas:user><cas:user>admin & \"x\" 'y' ]]> é\u0000\u000b\ud83d\ude00";

    @Test
    void escapesWhateverIsInAValue() throws Exception {
        Document xml =
                parse(CasXml.write(accepted(NASTY, Map.of("uid", List.of(NASTY, "second"))), "authenticationFailure"));

        assertThat(texts(xml, "user")).containsExactly(NASTY.replace("\u0000\u000b", ""));
        assertThat(texts(xml, "uid")).containsExactly(NASTY.replace("\u0000\u000b", ""), "second");
        assertThat(new ObjectMapper()
                        .readTree(
                                CasJson.write(accepted(NASTY, Map.of("uid", List.of(NASTY))), "authenticationFailure"))
                        .at("/serviceResponse/authenticationSuccess/attributes/uid/0")
                        .asText())
                .isEqualTo(NASTY);
    }

    @Test
    void leavesOutAttributesWhoseNameIsNoXmlName() throws Exception {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("a b", List.of("x"));
        attributes.put("ok", List.of("y"));

        Document xml = parse(CasXml.write(accepted("u", attributes), "authenticationFailure"));

        assertThat(texts(xml, "*")).doesNotContain("x").contains("y");
    }

    @Test
    void writesNoAttributesWhereThereAreNone() throws Exception {
        assertThat(texts(parse(CasXml.write(accepted("u", Map.of()), "authenticationFailure")), "attributes"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,                     https://a.example/?ticket=T",
        "https://a.example/x?,                  https://a.example/x?ticket=T",
        "https://a.example/x?y=1,               https://a.example/x?y=1&ticket=T",
        "https://a.example/x?y=1&,              https://a.example/x?y=1&ticket=T",
        "https://a.example/x#frag,              https://a.example/x?ticket=T#frag",
        "https://a.example/é,                   https://a.example/%C3%A9?ticket=T",
    })
    void putsTheTicketIntoTheQuery(String service, String expected) {
        assertThat(ServiceAddress.withTicket(service, "ticket", "T").replace("example?", "example/?"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://A.example,                         https://a.example/",
        "HTTPS://a.example:443/x?Q=1#f,             https://a.example/x?Q=1",
        "http://127.0.0.1:80/,                      http://127.0.0.1/",
        "http://127.0.0.1:8080/,                    http://127.0.0.1:8080/",
        "https://a.example/x;JSESSIONID=12.node?q,  https://a.example/x?q",
        "https://a.example/X%2Fy,                   https://a.example/X%2Fy",
    })
    void comparesAddressesThatMeanTheSame(String service, String expected) {
        assertThat(ServiceAddress.compared(service)).contains(expected);
    }

    @Test
    void comparesNothingThatIsNoAddress() {
        for (String text : List.of("", "/x", "https://", "a b", "https://u@a.example/", "mailto:a@b")) {
            assertThat(ServiceAddress.compared(text)).as(text).isEmpty();
        }
    }

    private static Verdict accepted(String user, Map<String, List<String>> attributes) {
        return new Verdict.Accepted(
                new Grant("quiz", "https://quiz.example/", new UUID(1, 2), user, attributes, false, List.of()),
                Optional.empty());
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<String> texts(Document xml, String name) {
        var found = xml.getElementsByTagNameNS("http://www.yale.edu/tp/cas", name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
