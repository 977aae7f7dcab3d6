package org.preau.api.app;

/**
 * A file of a user's export.
 *
 * @param name relative name: {@code news/articles.json}
 * @param content its bytes
 */
public record UserFile(String name, byte[] content) {}
