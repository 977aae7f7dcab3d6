/** Short messages by the HTTP interface of whichever provider the operator has a contract with (54N). */
@NullMarked
package org.preau.core.sms;

import org.jspecify.annotations.NullMarked;
