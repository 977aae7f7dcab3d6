package org.preau.api.extension;

/**
 * The way by which a jar came.
 *
 * @since 1.0
 */
public enum ExtensionSource {
    /** It is part of the distribution. */
    SHIPPED,
    /** Somebody who can write to the instance's files put it in {@code DIR/deploy}. */
    DEPLOY_FOLDER,
    /** An administrator uploaded it, or named its file in a command. */
    UPLOAD,
    /** It is in the operator's catalogue. */
    CATALOGUE,
    /** It was taken away a moment ago and comes back. */
    RESTORED
}
