package org.preau.testkit.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of type {@code com.microsoft.playwright.Page}: a window whose user, a demonstration account of that profile, has signed in.
 *
 * @since 1.0
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface As {
    /** Name of the profile: {@code STUDENT}, {@code TEACHER}. */
    String value();
}
