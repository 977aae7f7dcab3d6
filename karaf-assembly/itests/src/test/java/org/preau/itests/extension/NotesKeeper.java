package org.preau.itests.extension;

/** A component that wants the schema. */
public final class NotesKeeper {}
