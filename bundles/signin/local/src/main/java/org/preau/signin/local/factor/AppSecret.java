package org.preau.signin.local.factor;

/** The secret of an app that is being added, as it is shown to its owner, once. */
public final class AppSecret {
    private final byte[] secret;

    private AppSecret(byte[] secret) {
        this.secret = secret;
    }

    /** The secret that a step proposes. */
    public static AppSecret of(Step step) {
        return new AppSecret(step.secret());
    }

    /** What the QR code says. */
    public String address(String portal, String login) {
        return Totp.address(portal, login, secret);
    }

    /** For typing: in groups of four. */
    public String grouped() {
        return Totp.text(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }
}
