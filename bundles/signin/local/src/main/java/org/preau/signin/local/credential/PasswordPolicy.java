package org.preau.signin.local.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.preau.signin.local.LocalCounter;

/**
 * What an adult's password must be (ANSSI, recommendations on passwords, 2021): long, not made of what everybody knows of him, not one that everybody tries first. No kinds of characters are
 * imposed.
 */
final class PasswordPolicy {
    /** Longest password: a hash of more would only cost. */
    static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_NAME = 3;
    private static final Set<String> COMMON = common();

    private final int shortest;

    PasswordPolicy(int shortest) {
        this.shortest = shortest;
    }

    int shortest() {
        return shortest;
    }

    /**
     * What is wrong with a password, as the key of a text; empty when nothing is.
     *
     * @param known what must not be in it: login, names
     */
    Optional<String> problem(String password, Iterable<String> known) {
        if (password.codePointCount(0, password.length()) < shortest) {
            return Optional.of("passwordShort");
        }
        if (password.length() > LONGEST) {
            return Optional.of("passwordLong");
        }
        String plain = plain(password);
        for (String name : known) {
            for (String part : plain(name).split("[^a-z]+")) {
                if (part.length() >= SHORTEST_NAME && plain.contains(part)) {
                    return Optional.of("passwordNames");
                }
            }
        }
        return simple(plain) ? Optional.of("passwordCommon") : Optional.empty();
    }

    private static boolean simple(String plain) {
        String letters = plain.replaceAll("[^a-z]", "");
        return plain.chars().distinct().count() < FEWEST_DIFFERENT
                || plain.chars().allMatch(Character::isDigit)
                || COMMON.contains(letters)
                || COMMON.stream()
                        .anyMatch(word ->
                                word.length() > 3 && letters.replace(word, "").isEmpty() && !letters.isEmpty());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
    }

    private static Set<String> common() {
        try (InputStream in = LocalCounter.class.getResourceAsStream("common.txt")) {
            if (in == null) {
                throw new IllegalStateException("common.txt is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("common.txt cannot be read", e);
        }
    }
}
