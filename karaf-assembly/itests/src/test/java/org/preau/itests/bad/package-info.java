/** Packed into jars by the tests: plugins as no plugin should be. */
package org.preau.itests.bad;
