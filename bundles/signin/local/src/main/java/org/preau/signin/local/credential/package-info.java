/** Passwords, codes and passphrases of local accounts: how they are made, kept, checked and guarded against guessing. */
@NullMarked
package org.preau.signin.local.credential;

import org.jspecify.annotations.NullMarked;
