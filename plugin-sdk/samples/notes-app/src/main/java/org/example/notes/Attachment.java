package org.example.notes;

/** A file that comes with a note; empty without one. */
record Attachment(String name, byte[] content) {
    static final Attachment NONE = new Attachment("", new byte[0]);
}
