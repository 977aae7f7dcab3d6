package org.preau.core.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An entity of the unit {@code sample}. */
@Entity
@Table(schema = "sample", name = "note")
class Note {
    @Id
    private UUID id;

    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Version
    private int revision;

    protected Note() {
        this(new UUID(0, 0), "");
    }

    Note(UUID id, String body) {
        this.id = id;
        this.body = body;
        this.writtenAt = Instant.parse("2026-11-22T08:00:00Z");
    }

    UUID id() {
        return id;
    }

    String body() {
        return body;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    void body(String text) {
        body = text;
    }

    int revision() {
        return revision;
    }
}
