/**
 * Tests of a plugin in the product: {@link org.preau.testkit.product.InProduct} starts a portal with demonstration schools once a run and deploys the plugin's jar; parameters of tests are the portal, and browser pages whose user is
 * signed in.
 */
@NullMarked
package org.preau.testkit.product;

import org.jspecify.annotations.NullMarked;
