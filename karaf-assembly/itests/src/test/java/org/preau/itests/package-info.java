/** Tests on the product: the distribution is started by {@code ./preau} as users start it. */
package org.preau.itests;
