package org.preau.core.communication;

import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.directory.Reach;

/** A scope that a person may write to, and why. */
record Reached(Reach reach, Reason reason) {}
