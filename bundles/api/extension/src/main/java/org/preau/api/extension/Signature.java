package org.preau.api.extension;

/**
 * What the signature of a jar (jarsigner) is worth here.
 *
 * @param state the verdict
 * @param signer the name in the signer's certificate ({@code CN=…}); empty when there is none that can be believed
 * @param detail why it is not trusted, in English for operators; may be empty
 * @since 1.0
 */
public record Signature(State state, String signer, String detail) {
    /** No signature at all. */
    public static final Signature NONE = new Signature(State.UNSIGNED, "", "");

    /** Of a bundle of the distribution: it is vouched for with it. */
    public static final Signature SHIPPED = new Signature(State.SHIPPED, "", "");

    /** Verdicts. */
    public enum State {
        /** Everything in it is signed by somebody of the operator's trust store. */
        TRUSTED,
        /** Everything in it is signed, by somebody who is not in the trust store, or whose certificate has expired. */
        UNKNOWN,
        /** It was changed after it was signed, or only a part is signed: never installed. */
        BROKEN,
        /** It is not signed. */
        UNSIGNED,
        /** Part of the distribution. */
        SHIPPED
    }
}
