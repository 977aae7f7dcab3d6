package org.preau.core.notification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.Account;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Rows;

/** What is to be delivered: a row of what was told. */
record Due(
        String category,
        String titleFr,
        String titleEn,
        String path,
        List<Scope> scopes,
        Set<String> profiles,
        List<UUID> accounts,
        @Nullable UUID author,
        boolean urgent) {
    /** Whether it is for that account. */
    boolean concerns(Account account, Reader reader) {
        return accounts.contains(account.id())
                || scopes.stream().anyMatch(scope -> reader.scopes().contains(scope.id()))
                        && (profiles.isEmpty() || reader.profiles().stream().anyMatch(profiles::contains));
    }

    /** The row of that id, if it was not taken back. */
    static Optional<Due> find(Connection connection, UUID id) throws SQLException {
        return Rows.first(connection, "select * from notification.told where id = ?", Due::read, id);
    }

    private static Due read(ResultSet row) throws SQLException {
        return new Due(
                row.getString("category"),
                row.getString("title_fr"),
                row.getString("title_en"),
                row.getString("path"),
                Scopes.read(row.getString("scopes")),
                Set.copyOf(Arrays.asList((String[]) row.getArray("profiles").getArray())),
                Arrays.asList((UUID[]) row.getArray("accounts").getArray()),
                row.getObject("author", UUID.class),
                row.getBoolean("urgent"));
    }
}
