package org.preau.api.directory.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was erased. Holds no personal data: the identifiers only as hashes, by which who knows them can check.
 *
 * @param id identifier
 * @param at when
 * @param by account of who asked, null for the portal
 * @param rule {@code retention} or {@code request}
 * @param reason why
 * @param kinds kinds of data erased, each with how many rows: {@code person}, {@code account}…
 * @param hashes SHA-256 of the person's id and of the accounts' ids, in hexadecimal
 * @since 1.0
 */
public record ErasureCertificate(
        UUID id,
        Instant at,
        @Nullable UUID by,
        String rule,
        String reason,
        Map<String, Integer> kinds,
        List<String> hashes) {}
