/** Notifications: told once, seen by whom they are for, mailed to who wants it; and the mail server as a gateway. */
@NullMarked
package org.preau.core.notification;

import org.jspecify.annotations.NullMarked;
