/** Category 5 (3113-5): each attribute, its purpose and the convention shown, agreed to one by one by the user, for a pupil by his guardian; remembered, and taken back whenever wanted. */
@NullMarked
package org.preau.core.connect.consent;

import org.jspecify.annotations.NullMarked;
