/** The counter ÉduConnect: pupils and guardians (requirement 322A). */
@NullMarked
package org.preau.signin.educonnect;

import org.jspecify.annotations.NullMarked;
