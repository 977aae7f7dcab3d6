package org.preau.api.app;

/**
 * Something that the user can start from the home page.
 *
 * @param label a verb and a noun: "Écrire une actualité"
 * @param icon name of a Vaadin icon
 * @param path path below {@code /app/<id>}
 * @since 1.0
 */
public record QuickAction(String label, String icon, String path) {}
