package org.preau.signin.local.credential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.preau.api.base.Profile;
import org.preau.signin.local.LocalCounter;

/**
 * Makes codes and passphrases. A code is eight characters of 25 that nobody takes for another and that make no words (37 bits); a passphrase is three different words of about 1,500 that a
 * child can read and type, without accents (31 bits). Both are guarded by the limit on attempts.
 */
final class SecretMaker {
    private static final String CHARACTERS = "BCDFGHJKMNPQRTVWXYZ234679";
    private static final List<String> WORDS = words();

    private final SecureRandom random = new SecureRandom();

    /** A new secret of the kind that a profile gets: passphrases for pupils, who cannot choose a password, codes for everybody else. */
    Secret next(Profile profile) {
        return profile == Profile.STUDENT
                ? new Secret(Secret.Kind.PASSPHRASE, String.join(" ", words(3)))
                : new Secret(Secret.Kind.CODE, characters(4) + "-" + characters(4));
    }

    static List<String> words() {
        try (InputStream in = LocalCounter.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing in this bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("words.txt cannot be read", e);
        }
    }

    private Set<String> words(int howMany) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < howMany) {
            chosen.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return chosen;
    }

    private String characters(int howMany) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < howMany; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
