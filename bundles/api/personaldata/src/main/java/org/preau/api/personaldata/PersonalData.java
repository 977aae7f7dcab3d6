package org.preau.api.personaldata;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * What one part of the portal keeps about people. Register it as a service: everybody can then take his data away (41B), and they go when the person is erased (71C). A part that keeps anything by an account's
 * or a person's id registers one; what it does not register survives its owner.
 *
 * <pre>{@code
 * @Component
 * public final class NotesData implements PersonalData {
 *     public String id() { return "notes"; }
 *     public LocalizedText name() { return TEXTS.both("data.name"); }
 *     public void export(DataSubject who, PersonalArchive archive) throws IOException {
 *         archive.text("notes.txt", String.join("\n", store.notesOf(who.personId())));
 *     }
 *     public int erase(DataSubject who) { return store.forget(who.personId()); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface PersonalData {
    /**
     * Unique name, {@code [a-z][a-z0-9-]*}: the folder of this part in the archive, and its name on the list of what was erased. An application's part has the application's id: people who do not get the
     * application do not read of it. Stays the same for ever.
     */
    String id();

    /** What these data are, for the list that people are shown: "Actualités écrites et lues". */
    LocalizedText name();

    /**
     * Writes everything kept about this person, in forms that people and programs read (text, CSV, JSON, the files themselves); nothing when nothing is kept. Never what it keeps about others, nor secrets
     * ({@code password hashes}). Called by a job, outside any transaction; may take minutes, must stream.
     */
    void export(DataSubject who, PersonalArchive archive) throws IOException;

    /**
     * Erases everything kept about this person, or makes it nobody's where it must stay (an article of the school keeps its text and loses its author). Called in a transaction, after the person has left the
     * directory, on any node, again after a failure and for a part that was away: so it must be safe to repeat. Nothing to do by default, for parts whose data go with others'.
     *
     * @return how many rows or files it erased or changed
     */
    default int erase(DataSubject who) {
        return 0;
    }
}
