package org.preau.api.feed;

/**
 * Where an archive is on its way.
 *
 * @since 1.0
 */
public enum FeedState {
    /** Kept, not looked at yet. */
    RECEIVED,
    /** Being read and compared; begun again after a crash. */
    CHECKING,
    /** Checked, can be applied. */
    CHECKED,
    /** Waits for somebody to accept or reject it. */
    HELD,
    /** Being applied; after a crash the transaction is gone as a whole and the apply begins again. */
    APPLYING,
    /** In the directory. */
    APPLIED,
    /** Refused, by the checks or by somebody. */
    REJECTED,
    /** Was applied and undone later. */
    RESTORED,
    /** The portal failed, not the archive: can be tried again. */
    FAILED
}
