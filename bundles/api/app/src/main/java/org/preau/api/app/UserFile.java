package org.preau.api.app;

/**
 * A file of a user's export.
 *
 * @param name relative name: {@code news/articles.json}
 * @param content its bytes
 * @since 1.0
 */
public record UserFile(String name, byte[] content) {}
