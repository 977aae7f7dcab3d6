/** An extension that keeps data, packed into jars by the test in good and bad versions. */
package org.preau.itests.extension;
