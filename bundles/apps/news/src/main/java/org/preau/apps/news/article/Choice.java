package org.preau.apps.news.article;

import org.preau.api.directory.Scope;

/**
 * An audience that an author can choose.
 *
 * @param scope the audience
 * @param label its name
 */
public record Choice(Scope scope, String label) {}
