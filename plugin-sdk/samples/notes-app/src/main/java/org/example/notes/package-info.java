/** Notes on the wall of a school: an application with data of its own, push, upload, notification, search, export and erasure. */
@NullMarked
package org.example.notes;

import org.jspecify.annotations.NullMarked;
