/** The chains of seals over the audit trail: made seconds after the entries, verified by anybody who has the keys. */
@NullMarked
package org.preau.core.audit.seal;

import org.jspecify.annotations.NullMarked;
