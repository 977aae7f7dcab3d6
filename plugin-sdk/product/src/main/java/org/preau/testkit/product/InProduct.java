package org.preau.testkit.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a test class: it runs in a portal with demonstration schools into which the plugin's jar was deployed. The portal is that of {@code -Dpreau.dist=DIR} or the environment's {@code PREAU_HOME}, an unpacked distribution; without one the
 * tests are reported as skipped, with this reason. It is started once for all test classes of a run, and stopped at its end.
 *
 * <pre>{@code
 * @InProduct
 * class BoardIT {
 *     @Test
 *     void aPupilReads(@As("STUDENT") Page page) {
 *         page.navigate("/app/board");
 *         assertThat(page.locator("h1")).hasText("Panneau");
 *         assertThat(Accessibility.problems(page)).isEmpty();
 *     }
 * }
 * }</pre>
 *
 * <p>Named {@code *IT}, it runs in {@code mvn verify -Dpreau.dist=DIR}, after the jar is made.
 *
 * @since 1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProductExtension.class)
@Tag("product")
public @interface InProduct {}
