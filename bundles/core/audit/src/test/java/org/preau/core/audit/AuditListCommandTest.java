package org.preau.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.audit.AuditQuery;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.testkit.FakeAccounts;

class AuditListCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String asked = "";
    private AuditQuery query = AuditQuery.ALL;
    private PageRequest page = PageRequest.first(1);

    @Test
    @Requirement("71E")
    void printsTheEntriesOfAFamilyAsJson() throws Exception {
        assertThat(run("--action", "connector.", "--limit", "5", "--json")).isZero();
        assertThat(asked).isEqualTo("connector.");
        assertThat(page).isEqualTo(PageRequest.first(5));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("connector.release")
                .contains("2026-11-22T08:00:00Z");
    }

    @Test
    void printsATableWithoutJson() throws Exception {
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ACTION").contains("connector:elea");
    }

    @Test
    void saysWhatALimitIs() {
        assertThatThrownBy(() -> run("--limit", "many")).isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> run("--limit", "100000")).isInstanceOf(MisusedCommandException.class);
    }

    @Test
    void readsTheWordsOfASearch() throws Exception {
        UUID account = new UUID(0, 7);
        assertThat(run(
                        "--account",
                        account.toString(),
                        "--from",
                        "2026-11-22",
                        "--to",
                        "2026-11-22",
                        "--text",
                        "école"))
                .isZero();
        assertThat(query)
                .isEqualTo(AuditQuery.ALL
                        .account(account)
                        .between(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"))
                        .text("école"));
        assertThatThrownBy(() -> run("--from", "hier")).isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> run("--account", "nobody")).isInstanceOf(PortalException.class);
    }

    private int run(String... words) throws Exception {
        AuditListCommand command = new AuditListCommand(trail(), new FakeAccounts(), Clock.systemUTC());
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        return command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), print, print));
    }

    private Audit trail() {
        return new Audit() {
            @Override
            public void record(Subject subject, String action, String target, Map<String, String> details) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Page<AuditEntry> find(AuditQuery wanted, PageRequest wantedPage) {
                query = wanted;
                return latest(wanted.action(), wantedPage);
            }

            @Override
            public Page<AuditEntry> latest(String actionPrefix, PageRequest wanted) {
                asked = actionPrefix;
                page = wanted;
                return new Page<>(
                        List.of(new AuditEntry(
                                new UUID(0, 1),
                                Instant.parse("2026-11-22T08:00:00Z"),
                                null,
                                "connector.release",
                                "connector:elea",
                                Map.of("uai", "0770001A"))),
                        1);
            }
        };
    }
}
