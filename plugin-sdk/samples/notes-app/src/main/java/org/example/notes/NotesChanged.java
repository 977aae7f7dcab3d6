package org.example.notes;

import java.util.UUID;
import org.preau.api.base.PortalEvent;

/** The wall of a school changed: published in the transaction of the change, delivered to open pages of every node after its commit. */
public record NotesChanged(UUID schoolId) implements PortalEvent {}
