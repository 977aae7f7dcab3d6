/** What a good plugin obeys, as tests to extend: one class for each contract, one short subclass for each plugin. */
@NullMarked
package org.preau.testkit.contract;

import org.jspecify.annotations.NullMarked;
