package org.preau.feeds.aaf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes one file of an archive for tests. */
final class Slice {
    private final String prefix;
    private final boolean delta;
    private final String date;
    private final Kind kind;
    private final StringBuilder body = new StringBuilder();
    private String academy = "24";
    private String degree = "1D";
    private String declared = "UTF-8";
    private Charset charset = StandardCharsets.UTF_8;

    Slice(String prefix, boolean delta, String date, Kind kind) {
        this.prefix = prefix;
        this.delta = delta;
        this.date = date;
        this.kind = kind;
    }

    static Slice delta(Kind kind) {
        return new Slice("ENT_TEST", true, "20261201", kind);
    }

    static Slice complete(Kind kind) {
        return new Slice("ENT_TEST", false, "20261116", kind);
    }

    Slice academy(String code) {
        academy = code;
        return this;
    }

    Slice degree(String written) {
        degree = written;
        return this;
    }

    /** What it says and what it does may differ. */
    Slice encoding(String says, Charset does) {
        declared = says;
        charset = does;
        return this;
    }

    Slice add(String key, Map<String, List<String>> attributes) {
        begin("addRequest", key).append("<attributes>");
        attributes.forEach((name, values) -> {
            body.append("<attr name=\"").append(name).append("\">");
            values(values);
            body.append("</attr>\n");
        });
        body.append("</attributes></addRequest>\n");
        return this;
    }

    Slice modify(String key, Map<String, List<String>> attributes) {
        return modify(key, "replace", attributes);
    }

    Slice modify(String key, String operation, Map<String, List<String>> attributes) {
        begin("modifyRequest", key).append("<modifications>");
        attributes.forEach((name, values) -> {
            body.append("<modification name=\"").append(name).append("\" operation=\"");
            body.append(operation).append("\">");
            values(values);
            body.append("</modification>\n");
        });
        body.append("</modifications></modifyRequest>\n");
        return this;
    }

    Slice delete(String key) {
        begin("deleteRequest", key).append("</deleteRequest>\n");
        return this;
    }

    String name(int number) {
        return String.format("%s_%s_%s_%s_%04d.xml", prefix, delta ? "Delta" : "Complet", date, kind.aafName(), number);
    }

    byte[] bytes() {
        String day = date.substring(6) + "/" + date.substring(4, 6) + "/" + date.substring(0, 4);
        String head = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n"
                + "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n<ficAlimMENESR>\n<!-- codeAcademieExport=\""
                + academy
                + "\" -->\n<!-- degre=\"" + degree + "\" -->\n<!-- dateGenerationExport=\"" + day + "\" -->\n";
        return (head + body + "</ficAlimMENESR>\n").getBytes(charset);
    }

    private StringBuilder begin(String request, String key) {
        String category = kind == Kind.SUBJECT ? "MatEducNat" : kind.aafName();
        return body.append("<")
                .append(request)
                .append("><operationalAttributes><attr name=\"")
                .append(kind == Kind.SCHOOL ? "categorieStructure" : "categoriePersonne")
                .append("\"><value>")
                .append(category)
                .append("</value></attr></operationalAttributes><identifier><id>")
                .append(key)
                .append("</id></identifier>\n");
    }

    private void values(List<String> values) {
        if (values.isEmpty()) {
            body.append("<value/>");
        }
        for (String value : values) {
            body.append("<value>")
                    .append(value.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</value>");
        }
    }
}
