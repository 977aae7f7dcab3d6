package org.preau.core.shell.app;

/** Told when an application begins or ends to serve; on the thread that registers or unregisters its service. */
public interface AppListener {
    /** The application serves from now on. */
    void came(App app);

    /** The application serves no more: nothing of it may be kept. */
    void went(App app);
}
