/** What happens between the portal and services, kept and shown to those who connect them. */
@NullMarked
package org.preau.core.connect.exchange;

import org.jspecify.annotations.NullMarked;
