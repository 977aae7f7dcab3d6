/** Who went to which service from which school, for services that list the members of a school. */
@NullMarked
package org.preau.core.connect.member;

import org.jspecify.annotations.NullMarked;
