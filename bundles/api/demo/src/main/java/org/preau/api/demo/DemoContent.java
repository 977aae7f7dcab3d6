package org.preau.api.demo;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Registered as a service by an application that has contents to show in the demonstration schools; called once for each instance, after the people are there.
 *
 * <pre>{@code
 * @Component
 * public final class NotesDemo implements DemoContent {
 *     public String name() { return "notes"; }
 *     public void fill(DemoWorld world) { store.write(world, "Penser aux bottes pour la sortie de jeudi"); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface DemoContent {
    /** Name, remembered so that it fills only once: the application's id. */
    String name();

    /** Writes contents, as these people would. */
    void fill(DemoWorld world);
}
