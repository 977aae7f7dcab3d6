package org.preau.core.directory.lifecycle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.identity.Columns;

/** Writes, signs and reads certificates of erasure. The file is two lines: the certificate as a JSON object, and its HMAC as another. */
final class Certificates {
    private static final String KEY = "directory.erasure";
    private static final String SIGNATURE = "{\"signature\":\"";
    private static final String INSERT =
            "insert into directory.erasure (id, at, asked_by, rule, reason, kinds, hashes, signature) values (?, ?, ?, ?, ?, ?::text::jsonb, ?::text[], ?)";
    private static final String READ =
            """
            select id, at, asked_by, rule, reason, hashes, signature, count(*) over () as total,
                   array(select key from jsonb_each_text(kinds) order by key) as kind,
                   array(select value from jsonb_each_text(kinds) order by key) as number
              from directory.erasure
            """;

    private final Keys keys;

    Certificates(Keys keys) {
        this.keys = keys;
    }

    private record Read(ErasureCertificate certificate, String signature, long total) {}

    static String hash(UUID id) {
        try {
            byte[] text = id.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void write(Connection connection, ErasureCertificate certificate) throws SQLException {
        String signature = HexFormat.of().formatHex(keys.hmac(KEY, bytes(json(certificate))));
        Rows.update(
                connection,
                INSERT,
                certificate.id(),
                certificate.at(),
                certificate.by(),
                certificate.rule(),
                certificate.reason(),
                kinds(certificate.kinds()),
                certificate.hashes(),
                signature);
    }

    static Page<ErasureCertificate> list(Connection connection, PageRequest page) throws SQLException {
        List<Read> read = Rows.list(
                connection,
                READ + " order by at desc, id limit ? offset ?",
                Certificates::read,
                page.limit(),
                page.offset());
        return new Page<>(
                read.stream().map(Read::certificate).toList(),
                read.isEmpty() ? 0 : read.get(0).total());
    }

    static Optional<byte[]> file(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, READ + " where id = ?", Certificates::read, id)
                .map(each -> bytes(json(each.certificate()) + "\n" + SIGNATURE + each.signature() + "\"}\n"));
    }

    boolean verify(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        if (lines.size() != 2
                || !lines.get(1).startsWith(SIGNATURE)
                || !lines.get(1).endsWith("\"}")) {
            return false;
        }
        String hex = lines.get(1).substring(SIGNATURE.length(), lines.get(1).length() - 2);
        try {
            return keys.verify(KEY, bytes(lines.get(0)), HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Read read(ResultSet row) throws SQLException {
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> names = Columns.texts(row, "kind");
        List<String> numbers = Columns.texts(row, "number");
        for (int i = 0; i < names.size(); i++) {
            kinds.put(names.get(i), Integer.valueOf(numbers.get(i)));
        }
        ErasureCertificate certificate = new ErasureCertificate(
                Rows.uuid(row, "id"),
                Columns.instant(row, "at"),
                row.getObject("asked_by", UUID.class),
                row.getString("rule"),
                row.getString("reason"),
                kinds,
                Columns.texts(row, "hashes"));
        return new Read(certificate, row.getString("signature"), row.getLong("total"));
    }

    private static String json(ErasureCertificate certificate) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", certificate.id().toString());
            json.writeStringField("erased_at", certificate.at().toString());
            json.writeStringField("asked_by", certificate.by() == null ? "" : String.valueOf(certificate.by()));
            json.writeStringField("rule", certificate.rule());
            json.writeStringField("reason", certificate.reason());
            json.writeObjectFieldStart("rows_by_kind");
            for (Map.Entry<String, Integer> each : new TreeMap<>(certificate.kinds()).entrySet()) {
                json.writeNumberField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
            String[] hashes = certificate.hashes().toArray(String[]::new);
            json.writeFieldName("sha256_of_identifiers");
            json.writeArray(hashes, 0, hashes.length);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String kinds(Map<String, Integer> kinds) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(kinds).forEach((kind, rows) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(kind)
                .append("\":")
                .append(rows));
        return json.append('}').toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
