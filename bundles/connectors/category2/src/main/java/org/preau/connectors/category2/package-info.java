/** SDET category 2: access by belonging to the portal or to a school; nothing tied to an identity leaves. */
@NullMarked
package org.preau.connectors.category2;

import org.jspecify.annotations.NullMarked;
