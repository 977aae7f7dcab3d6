package org.preau.core.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.keys.Keys;

class FormTokensTest {
    private final AtomicReference<@Nullable Keys> keys = new AtomicReference<>();
    private final FormTokens tokens = new FormTokens(keys::get, Clock.systemUTC());

    @Test
    void stillTakesAFormMadeBeforeTheKeysWereThere() {
        String cookie = tokens.newCookie();
        String early = tokens.tokenFor(cookie);
        keys.set(new FakeKeys(false));

        assertThat(tokens.matches(cookie, early)).isTrue();
        assertThat(tokens.matches(cookie, tokens.tokenFor(cookie))).isTrue();
    }

    @Test
    void takesAFormOfAnotherNode() {
        keys.set(new FakeKeys(false));
        String cookie = tokens.newCookie();

        assertThat(new FormTokens(keys::get, Clock.systemUTC()).matches(cookie, tokens.tokenFor(cookie)))
                .isTrue();
    }

    @Test
    void showsFormsWhileTheDatabaseIsAwayWithoutAskingEachTime() {
        FakeKeys away = new FakeKeys(true);
        keys.set(away);
        String cookie = tokens.newCookie();

        assertThat(tokens.matches(cookie, tokens.tokenFor(cookie))).isTrue();
        assertThat(tokens.matches(cookie, tokens.tokenFor(cookie))).isTrue();
        assertThat(away.asked).isEqualTo(1);
    }

    @Test
    void takesNothingSignedByAnotherPortal() {
        String cookie = tokens.newCookie();
        FormTokens other = new FormTokens(() -> null, Clock.systemUTC());

        assertThat(tokens.matches(cookie, other.tokenFor(cookie))).isFalse();
        assertThat(tokens.matches(cookie, "")).isFalse();
        assertThat(tokens.matches(cookie, "l.%%%")).isFalse();
        assertThat(FormTokens.looksRight(null)).isFalse();
        assertThat(FormTokens.looksRight(cookie)).isTrue();
    }

    private static final class FakeKeys implements Keys {
        private final boolean away;
        private int asked;

        FakeKeys(boolean away) {
            this.away = away;
        }

        @Override
        public byte[] hmac(String name, byte[] data) {
            asked++;
            if (away) {
                throw new PortalException(ErrorCode.UNAVAILABLE, "away", null);
            }
            byte[] mac = data.clone();
            for (int i = 0; i < mac.length; i++) {
                mac[i] ^= 0x55;
            }
            return mac;
        }

        @Override
        public boolean verify(String name, byte[] data, byte[] mac) {
            return Arrays.equals(hmac(name, data), mac);
        }

        @Override
        public byte[] seal(String name, byte[] plain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] open(String name, byte[] sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rotate(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
