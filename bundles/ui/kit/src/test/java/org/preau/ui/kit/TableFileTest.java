package org.preau.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Page;

class TableFileTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesEveryPageAsCsvThatFrenchSpreadsheetsRead() throws IOException {
        file(1_203).csv(out);

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1_204);
        assertThat(lines.get(0)).isEqualTo("\ufeffNom;Élèves");
        assertThat(lines.get(1_203)).isEqualTo("\"École; 1203\";1203");
    }

    @Test
    void writesNoFormula() throws IOException {
        new TableFile<String>("x", page -> new Page<>(List.of("=HYPERLINK(1)", "-3", "plain"), 3))
                .column("A", value -> value)
                .csv(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK(1)", "'-3", "\r\nplain");
    }

    @Test
    void writesASpreadsheet() throws IOException {
        file(3).ods(out);

        Sheet sheet = new SpreadSheet(new ByteArrayInputStream(out.toByteArray())).getSheet(0);
        assertThat(sheet.getRange(0, 1).getValue()).isEqualTo("Élèves");
        assertThat(sheet.getRange(3, 0).getValue()).isEqualTo("École; 3");
    }

    private static TableFile<Integer> file(int rows) {
        return new TableFile<Integer>(
                        "ecoles",
                        page -> new Page<>(
                                IntStream.rangeClosed(1, rows)
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .boxed()
                                        .toList(),
                                rows))
                .column("Nom", number -> "École; " + number)
                .column("Élèves", String::valueOf);
    }
}
