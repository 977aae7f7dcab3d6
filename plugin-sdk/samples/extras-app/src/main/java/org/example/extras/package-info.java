/** Greetings of the day: a small application, and what goes round it: an indicator, a page of help, a link in a menu, a console command, a health check, a job. */
@NullMarked
package org.example.extras;

import org.jspecify.annotations.NullMarked;
