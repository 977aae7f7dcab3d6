/** Measures the product on the machine it runs on: start, memory, load, deployment, feeds. What the figures mean is in {@code docs/bench.md}. */
@NullMarked
package org.preau.bench;

import org.jspecify.annotations.NullMarked;
